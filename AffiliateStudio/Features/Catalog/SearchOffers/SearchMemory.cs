using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>The last search of this circuit, so that somebody who comes back from an offer finds the list exactly as it was. Scoped.</summary>
internal sealed class SearchMemory(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private SearchBoard? _board;
    private DateTime _at;

    /// <summary>Keeps a search.</summary>
    public void Keep(SearchBoard board) => (_board, _at) = (board, clock.UtcNow());

    /// <summary>The list of a search when it is the last one, still fresh, and has all its pages.</summary>
    public SearchBoard? Recall(SearchQuery query) =>
        _board is { } board && board.Query with { Page = 1 } == query with { Page = 1 } && board.Pages >= query.Page && clock.UtcNow() - _at < Lifetime ? board : null;
}
