namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>The line above the results.</summary>
internal static class SearchSummary
{
    /// <summary>What a search has brought so far.</summary>
    public static string Of(SearchQuery query, SearchBoard? board, bool isSearching) => board switch
    {
        { Shown.Count: > 0 } => $"{board.Shown.Count}{(board.HasMore ? "+" : null)} {(board.Shown.Count == 1 ? "offer" : "offers")} for “{query.Subject}”",
        _ when isSearching => $"Searching for “{query.Subject}”",
        { Places: not null } => $"“{query.Subject}” is the name of several places",
        _ => "No offers",
    };
}
