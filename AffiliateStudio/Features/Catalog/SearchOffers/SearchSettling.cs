namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Decides when what comes in for a page is shown, so that no card jumps.</summary>
internal static class SearchSettling
{
    // Sources that answer within this time of each other are put in order together, so that the second does not push the first's cards around.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Takes a running search onto a board. Our own index's offers are shown at once where the order is by relevance; partners' when they have settled; what comes later
    /// follows below or waits.
    /// </summary>
    /// <param name="search">The running search.</param>
    /// <param name="board">The board.</param>
    /// <param name="show">Puts what has come in on screen; its argument says whether cards may change places.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task FillAsync(IAsyncEnumerable<SearchEvent> search, SearchBoard board, Action<bool> show, CancellationToken cancellationToken)
    {
        await using var events = search.GetAsyncEnumerator(cancellationToken);
        var next = events.MoveNextAsync().AsTask();
        Task? settling = null;
        var isSettled = false;
        while (true)
        {
            if (settling is not null && await Task.WhenAny(next, settling) == settling)
            {
                await settling;
                (settling, isSettled) = (null, true);
                show(true);
                continue;
            }

            if (!await next)
            {
                break;
            }

            board.Take(events.Current);
            var isOwnIndex = events.Current is OffersFound { Source: null, Offers.Count: > 0 } && board is { Pages: 0, Query.Sort: OfferSort.Relevance };
            if (isOwnIndex || isSettled)
            {
                show(false);
            }
            else if (events.Current is OffersFound { Offers.Count: > 0 })
            {
                settling ??= Task.Delay(Settling, TimeProvider.System, cancellationToken);
            }

            next = events.MoveNextAsync().AsTask();
        }

        show(!isSettled);
    }
}
