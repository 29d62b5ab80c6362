using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Asks our own index and, side by side, every approved partner that can search; tells what comes in as it comes in. A partner's failure is an event, never an end.</summary>
internal sealed class SearchOffers(OfferIndex index, PartnerSearches searches, PartnerCalls calls, PartnerDirectory partners, OfferStore offers)
{
    /// <summary>Searches for one page; <see cref="SearchQuery.Page"/> says which. Nothing comes for words that are too long or empty.</summary>
    public async IAsyncEnumerable<SearchEvent> RunAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.Subject.Length is 0 or > SearchQuery.LongestText)
        {
            yield break;
        }

        var events = Channel.CreateUnbounded<SearchEvent>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = (await partners.ListAsync(cancellationToken))
            .Where(partner => partner.IsApproved && (query.Partner is null || query.Partner == partner.Key) && calls.Find<IProductSearch>(partner.Key) is not null)
            .Select(partner => calls.Find<ITravelSearch>(partner.Key) is { } travel ? AskTravelAsync(partner, travel, query, events.Writer, stop.Token)
                : query.Travel is null ? AskAsync(partner, query, null, events.Writer, stop.Token)
                : Task.CompletedTask);

        // Our own index knows words, not places and dates.
        var own = query.Travel is null ? AskIndexAsync(query, events.Writer, stop.Token) : Task.CompletedTask;
        var all = FinishAsync([own, .. asked], events.Writer);
        try
        {
            await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return happened;
            }
        }
        finally
        {
            // A person who typed on wants no answer to the old words.
            await stop.CancelAsync();
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskIndexAsync(SearchQuery query, ChannelWriter<SearchEvent> events, CancellationToken cancellationToken)
    {
        var (ids, hasMore) = await index.FindAsync(query, query.Page, cancellationToken);
        events.TryWrite(new OffersFound(null, await SummariesAsync(ids, cancellationToken), hasMore));
    }

    // A partner for travel is asked where the person wants travel, and where the words look like it.
    private async Task AskTravelAsync(Partner partner, ITravelSearch search, SearchQuery query, ChannelWriter<SearchEvent> events, CancellationToken cancellationToken)
    {
        if ((query.Criteria ?? search.Read(query.Words)) is not { } criteria)
        {
            return;
        }

        if (query.Travel is null)
        {
            events.TryWrite(new TravelAsked(criteria));
        }

        await AskAsync(partner, query, criteria, events, cancellationToken);
    }

    private async Task AskAsync(Partner partner, SearchQuery query, TravelCriteria? travel, ChannelWriter<SearchEvent> events, CancellationToken cancellationToken)
    {
        var answer = await searches.RunAsync(partner.Key, query, query.Page, travel, cancellationToken);
        if (answer is { Succeeded: true, Value.Choices: { Count: > 0 } choices } && travel is not null)
        {
            events.TryWrite(new PlacesFound(travel, choices));
        }

        events.TryWrite(answer.Succeeded
            ? new OffersFound(partner.Key, await SummariesAsync(answer.Value.Offers, cancellationToken), answer.Value.HasMore)
            : new PartnerQuiet(partner.Key, partner.Name, answer.Failure.Kind, calls.FailingSince(partner.Key)));
    }

    private async Task<IReadOnlyList<OfferSummary>> SummariesAsync(IReadOnlyList<OfferId> ids, CancellationToken cancellationToken)
    {
        var found = await offers.FindManyAsync(ids, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static async Task FinishAsync(IReadOnlyList<Task> sources, ChannelWriter<SearchEvent> events)
    {
        try
        {
            await Task.WhenAll(sources);
            events.TryComplete();
        }
        catch (Exception exception)
        {
            events.TryComplete(exception);
        }
    }
}
