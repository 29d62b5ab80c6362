using System.Collections.Concurrent;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Searches at partners: keeps every answer in the catalog and answers the same search from memory for a while, so that it costs the partner no call.</summary>
internal sealed class PartnerSearches(PartnerCalls calls, OfferStore offers, IOptions<CatalogOptions> options, TimeProvider clock)
{
    private const int PageSize = 25;
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<(PartnerKey Partner, ProductSearchRequest Request), Answer> _answers = new();

    /// <summary>One page of a partner's search.</summary>
    public async Task<PartnerResult<Answer>> RunAsync(PartnerKey partner, SearchQuery query, int page, CancellationToken cancellationToken)
    {
        var request = new ProductSearchRequest(
            query.Words.ToLowerInvariant(),
            page,
            PageSize,
            query.Sort switch { OfferSort.PriceAscending => ProductSearchSort.PriceAscending, OfferSort.PriceDescending => ProductSearchSort.PriceDescending, _ => ProductSearchSort.Relevance },
            query.MinPriceMinor,
            query.MaxPriceMinor,
            query.InStockOnly);
        var lifetime = TimeSpan.FromMinutes(options.Value.SearchCacheMinutes);
        if (_answers.TryGetValue((partner, request), out var known) && clock.UtcNow() - known.At < lifetime)
        {
            return known;
        }

        var search = calls.Find<IProductSearch>(partner)!;
        var result = await calls.RunAsync(partner, (connection, token) => search.SearchAsync(connection, request, token), cancellationToken);
        if (!result.Succeeded)
        {
            return result.Failure;
        }

        var answer = new Answer(await offers.UpsertAsync(result.Value.Offers, cancellationToken), result.Value.HasMore, clock.UtcNow());
        Remember((partner, request), answer, lifetime);
        return answer;
    }

    private void Remember((PartnerKey Partner, ProductSearchRequest Request) key, Answer answer, TimeSpan lifetime)
    {
        if (_answers.Count >= MostRemembered)
        {
            foreach (var (old, kept) in _answers.OrderBy(entry => entry.Value.At).ToList())
            {
                if (clock.UtcNow() - kept.At >= lifetime || _answers.Count >= MostRemembered / 2)
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
    internal sealed record Answer(IReadOnlyList<OfferId> Offers, bool HasMore, DateTime At);
}
