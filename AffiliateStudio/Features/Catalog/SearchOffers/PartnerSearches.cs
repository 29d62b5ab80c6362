using System.Collections.Concurrent;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Time;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Searches at partners: keeps every answer in the catalog and answers the same search from memory for a while, so that it costs the partner no call.</summary>
internal sealed class PartnerSearches : IDisposable
{
    private const int PageSize = 25;
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<(PartnerKey Partner, ProductSearchRequest Request), Answer> _answers = new();
    private readonly PartnerCalls _calls;
    private readonly OfferStore _offers;
    private readonly IOptions<CatalogOptions> _options;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;

    // A search for travel has no pages: all that is shown of it comes with one call, and its later pages come from memory.
    private const int TravelSize = 100;

    public PartnerSearches(PartnerCalls calls, OfferStore offers, IOptions<CatalogOptions> options, EventHub events, TimeProvider clock)
    {
        (_calls, _offers, _options, _clock) = (calls, offers, options, clock);
        _subscription = events.Subscribe<ConnectionChanged>(change => Forget(change.Partner));
    }

    /// <summary>One page of a partner's search; <paramref name="travel"/> says what a traveller looks for, at a partner for travel.</summary>
    public async Task<PartnerResult<Answer>> RunAsync(PartnerKey partner, SearchQuery query, int page, TravelCriteria? travel, CancellationToken cancellationToken)
    {
        if (travel is null)
        {
            return await AskAsync(partner, query, page, null, cancellationToken);
        }

        var whole = await AskAsync(partner, query, 1, travel, cancellationToken);
        var shown = page * PageSize;
        return whole.Succeeded ? whole.Value with { Offers = [.. whole.Value.Offers.Skip(shown - PageSize).Take(PageSize)], HasMore = whole.Value.Offers.Count > shown } : whole.Failure;
    }

    private async Task<PartnerResult<Answer>> AskAsync(PartnerKey partner, SearchQuery query, int page, TravelCriteria? travel, CancellationToken cancellationToken)
    {
        var request = new ProductSearchRequest(
            (travel?.Place ?? query.Words).ToLowerInvariant(),
            page,
            travel is null ? PageSize : TravelSize,
            query.Sort switch { OfferSort.PriceAscending => ProductSearchSort.PriceAscending, OfferSort.PriceDescending => ProductSearchSort.PriceDescending, _ => ProductSearchSort.Relevance },
            query.MinPriceMinor,
            query.MaxPriceMinor,
            query.InStockOnly,
            travel);
        var lifetime = TimeSpan.FromMinutes(_options.Value.SearchCacheMinutes);
        if (_answers.TryGetValue((partner, request), out var known) && _clock.UtcNow() - known.At < lifetime)
        {
            return known;
        }

        var search = _calls.Find<IProductSearch>(partner)!;
        var result = await _calls.RunAsync(partner, (connection, token) => search.SearchAsync(connection, request, token), cancellationToken);
        if (!result.Succeeded)
        {
            return result.Failure;
        }

        var answer = new Answer(await _offers.UpsertAsync(result.Value.Offers, cancellationToken), result.Value.HasMore, _clock.UtcNow(), result.Value.Choices);
        Remember((partner, request), answer, lifetime);
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    // What another account or side answered is not what this one would.
    private Task Forget(PartnerKey partner)
    {
        foreach (var known in _answers.Keys.Where(known => known.Partner == partner))
        {
            _answers.TryRemove(known, out _);
        }

        return Task.CompletedTask;
    }

    private void Remember((PartnerKey Partner, ProductSearchRequest Request) key, Answer answer, TimeSpan lifetime)
    {
        if (_answers.Count >= MostRemembered)
        {
            foreach (var (old, kept) in _answers.OrderBy(entry => entry.Value.At).ToList())
            {
                if (_clock.UtcNow() - kept.At >= lifetime || _answers.Count >= MostRemembered / 2)
                {
                    _answers.TryRemove(old, out _);
                }
            }
        }

        _answers[key] = answer;
    }

    /// <summary>What a partner answered.</summary>
    /// <param name="Offers">The offers in the partner's order.</param>
    /// <param name="HasMore">Whether there is another page.</param>
    /// <param name="At">When it answered, UTC.</param>
    /// <param name="Choices">Places to choose from, when the words mean several.</param>
    internal sealed record Answer(IReadOnlyList<OfferId> Offers, bool HasMore, DateTime At, IReadOnlyList<PlaceChoice> Choices);
}
