using AffiliateStudio.Platform.Results;
using AffiliateStudio.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Search. Its whole state is in the address; typing, filters and sort only ever change the address, and the address is what is searched for.</summary>
public sealed partial class DiscoverPage
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _gone = new();
    private readonly Queue<string> _underway = new();
    private CancellationTokenSource _typing = new();
    private CancellationTokenSource _searching = new();
    private SearchQuery _query = new();
    private SearchBoard? _board;
    private PastedProduct? _pasted;
    private Error? _error;
    private string _typed = string.Empty;
    private string _boxText = string.Empty;
    private int _box;
    private bool _isSearching;
    private bool _isStale;
    private ScrollKeeper? _scroll;

    [Inject]
    private SearchOffers Search { get; set; } = null!;

    [Inject]
    private PastedUrls Urls { get; set; } = null!;

    [Inject]
    private SearchMemory Memory { get; set; } = null!;

    [Inject]
    private IOfferPinning Pinning { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ViewerTime ViewerTime { get; set; } = null!;

    [Inject]
    private BrowserHistory History { get; set; } = null!;

    private string Summary => SearchSummary.Of(_query, _isStale ? null : _board, _isSearching);

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= OnMoved;
        foreach (var source in new[] { _typing, _searching, _gone })
        {
            source.Cancel();
            source.Dispose();
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        History.Listen();
        await ReadAddressAsync(isFirst: true);
    }

    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        if (Navigation.ToAbsoluteUri(moved.Location).AbsolutePath == CatalogRoutes.Discover)
        {
            _ = InvokeAsync(() => ReadAddressAsync(isFirst: false));
        }
    }

    private async Task ReadAddressAsync(bool isFirst)
    {
        var before = _query;
        _query = SearchAddress.Read(Navigation.Uri);
        if (_underway.TryPeek(out var sent) && sent == _query.Words)
        {
            // What was typed arrives in the address; the person may have typed on since, so the box is left alone.
            _underway.Dequeue();
        }
        else if (isFirst || _query.Words != _typed.Trim())
        {
            // Set from elsewhere: the box is made anew, because it otherwise belongs to the person who types in it.
            _underway.Clear();
            (_typed, _boxText) = (_query.Words, _query.Words);
            _box++;
        }

        if (!isFirst && _query == before)
        {
            return;
        }

        if (!RendererInfo.IsInteractive)
        {
            // The circuit does the search; until then the page shows the shape that is to come.
            _isSearching = _query.IsAsked;
            return;
        }

        await SearchAsync(isNextPage: false);
    }

    private async Task SearchAsync(bool isNextPage, bool isAgain = false)
    {
        var token = Restart(ref _searching);
        (_error, _pasted) = (null, null);
        try
        {
            if (PastedUrls.LooksLikeUrl(_query.Words))
            {
                await ResolveAsync(token);
            }
            else if ((_error = PastedUrls.CheckLength(_query.Words) ?? TravelDates.Check(_query, ViewerTime.Today)) is null && _query.IsAsked)
            {
                await FillAsync(isNextPage, isAgain, token);
            }
            else
            {
                (_board, _isSearching) = (null, false);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private async Task FillAsync(bool isNextPage, bool isAgain, CancellationToken token)
    {
        if (!isNextPage && !isAgain && Memory.Recall(_query) is { } kept)
        {
            (_board, _isSearching, _isStale) = (kept, false, false);
            return;
        }

        var board = isNextPage ? _board! : new SearchBoard(_query);
        (_isSearching, _isStale) = (true, !isNextPage && _board is { Shown.Count: > 0 });
        StateHasChanged();
        while (board.Pages < _query.Page)
        {
            var page = Search.RunAsync(_query with { Page = board.Pages + 1 }, token);
            await SearchSettling.FillAsync(page, board, mayReorder => Show(board, mayReorder), token);
            board.FinishPage();
        }

        (_isSearching, _isStale, _board) = (false, false, board);
        Memory.Keep(board);
    }

    private void Show(SearchBoard board, bool mayReorder)
    {
        board.Flush(mayReorder);
        if (board.Shown.Count > 0)
        {
            (_board, _isStale) = (board, false);
        }

        StateHasChanged();
    }

    private async Task ResolveAsync(CancellationToken token)
    {
        (_board, _isSearching) = (null, true);
        StateHasChanged();
        var result = await Urls.ResolveAsync(_query.Words, token);
        (_isSearching, _error, _pasted) = (false, result.Error, result.Succeeded ? result.Value : null);
    }

    private Task SearchAgainAsync() => SearchAsync(isNextPage: false, isAgain: true);

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? string.Empty;
        var token = Restart(ref _typing);
        await Task.Delay(TypingPause, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!token.IsCancellationRequested)
        {
            await GoToTypedAsync(isAskedFor: false);
        }
    }

    private Task SearchNowAsync()
    {
        Restart(ref _typing);
        return GoToTypedAsync(isAskedFor: true);
    }

    private async Task GoToTypedAsync(bool isAskedFor)
    {
        var words = _typed.Trim();
        if (words == _query.Words)
        {
            // Back at the old words after too many: the results come back. Asked for again: a partner that was quiet gets another chance.
            if (_error is not null || (isAskedFor && _board is { Quiet.Count: > 0 }))
            {
                await SearchAgainAsync();
            }

            return;
        }

        // What is too long to be searched for stays out of the address; the message says what to do.
        if (PastedUrls.CheckLength(words) is { } tooLong)
        {
            Restart(ref _searching);
            (_error, _isSearching, _pasted) = (tooLong, false, null);
            return;
        }

        var next = _query with { Words = words, Category = string.Empty, Page = 1 };
        _underway.Enqueue(words);
        Navigation.NavigateTo(SearchAddress.Write(next), new NavigationOptions { ReplaceHistoryEntry = _query.Words.Length > 0 });
    }

    private void SortBy(ChangeEventArgs change) =>
        ChangeTo(_query with { Sort = Enum.TryParse<OfferSort>(change.Value as string, out var sort) ? sort : OfferSort.Relevance });

    private void ChangeTo(SearchQuery query) => Navigation.NavigateTo(SearchAddress.Write(query with { Page = 1 }));

    private async Task LoadMoreAsync()
    {
        _query = _query with { Page = Math.Max(_board!.Pages, _query.Page) + 1 };
        await _scroll!.ReplaceAddressAsync(SearchAddress.Write(_query));
        await SearchAsync(isNextPage: true);
    }

    private void LetIn() => _board!.LetIn();

    private Task PinAsync(OfferSummary offer) => Pinning.OpenAsync(offer.Id);

    private CancellationToken Restart(ref CancellationTokenSource source)
    {
        source.Cancel();
        source.Dispose();
        source = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        return source.Token;
    }
}
