using System.Globalization;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.ReadEarningHistory;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.Components;
using ReadHistory = AffiliateStudio.Features.Earnings.ReadEarningHistory.ReadEarningHistory;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>The rows that add up to a total of the earnings page.</summary>
public sealed partial class EarningRowsPage : IDisposable
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource _gone = new();
    private EarningRowFilter? _filter;
    private EarningRows? _rows;
    private ConversionId? _open;
    private EarningHistory? _history;

    /// <summary>7, 30 or 90 days up to today.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    /// <summary>The first day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The word for a state, or <c>earned</c>.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>A video's id.</summary>
    [SupplyParameterFromQuery]
    public string? Video { get; set; }

    /// <summary>A pin's id.</summary>
    [SupplyParameterFromQuery]
    public string? Pin { get; set; }

    /// <summary>A partner's key.</summary>
    [SupplyParameterFromQuery]
    public string? Partner { get; set; }

    /// <summary>A currency's code.</summary>
    [SupplyParameterFromQuery]
    public string? Currency { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? PageOfRows { get; set; }

    [Inject]
    private ListEarningRows Rows { get; set; } = null!;

    [Inject]
    private ReadHistory History { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private int PageNumber => int.Max(1, PageOfRows ?? 1);

    private int Pages => ((_rows?.Total ?? 0) + PageSize - 1) / PageSize;

    private string FileAddress => EarningsRoutes.LedgerFile + new Uri(Navigation.Uri).Query;

    private string Span => _filter is { Period: var period }
        ? $"{period.From.ToString("d MMM yyyy", CultureInfo.CurrentCulture)} to {period.To.ToString("d MMM yyyy", CultureInfo.CurrentCulture)}"
        : string.Empty;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _filter = EarningRowFilter.Parse(EarningsPeriod.Parse(Range, From, To, Clock.UtcToday()), State, Video, Pin, Partner, Currency);
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            _open = null;
            _rows = await Rows.RunAsync(new ListEarningRows.Query(await Current.GetAsync(), _filter, PageNumber, PageSize), _gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
    }

    private async Task ToggleAsync(ConversionId row)
    {
        if (_open == row)
        {
            _open = null;
            return;
        }

        _history = await History.RunAsync(new ReadHistory.Query(await Current.GetAsync(), row), _gone.Token);
        _open = row;
    }

    private string Pressed(string? word) => _filter?.State == word ? "true" : "false";

    private void Filter(string? word) => Go(("state", word), ("page", null));

    private void ClearSource() => Go(("video", null), ("pin", null), ("partner", null), ("page", null));

    private void GoTo(int page) => Go(("page", page));

    private void Go(params (string Name, object? Value)[] changes) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(changes.ToDictionary(change => change.Name, change => change.Value)), replace: true);
}
