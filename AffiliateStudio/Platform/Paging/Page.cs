namespace AffiliateStudio.Platform.Paging;

/// <summary>One page of a list and how long the whole list is.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Rows">The rows of this page, in order.</param>
/// <param name="Total">How many rows there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);
