using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AffiliateStudio.Ui.Charts;

/// <summary>Hands a chart's numbers to the browser, which draws them, and keeps a table of the same numbers beside it.</summary>
public sealed partial class ChartFrame : IAsyncDisposable
{
    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<ChartFrame>? _self;
    private bool _dirty;

    /// <summary>"bar" stacks the series; "line" draws each for itself.</summary>
    [Parameter, EditorRequired]
    public string Kind { get; set; } = "bar";

    /// <summary>What the chart shows, such as "Earned by day".</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = string.Empty;

    /// <summary>What the labels are, for the table's first column.</summary>
    [Parameter]
    public string LabelHeading { get; set; } = "Day";

    /// <summary>The labels along the axis, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Five series at most.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>How values are written.</summary>
    [Parameter]
    public ChartUnit Unit { get; set; } = ChartUnit.Count;

    /// <summary>The index of the first label whose time is not over yet (today); drawn open.</summary>
    [Parameter]
    public int? OpenFrom { get; set; }

    /// <summary>The height in CSS pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 280;

    /// <summary>Called with the index of a label that the person clicks.</summary>
    [Parameter]
    public EventCallback<int> OnPick { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private bool Totals => Kind == "bar" && Series.Count > 1;

    private string Summary => string.Create(
        CultureInfo.CurrentCulture,
        $"{Title}: {string.Join(", ", Series.Select(series => $"{series.Label} {Unit.Format(series.Values.Sum())}"))}, {Labels[0]} to {Labels[^1]}. The table below has every number.");

    /// <summary>Called by the browser when a label is clicked.</summary>
    /// <param name="index">The label's index, as the browser says; one that does not exist is ignored.</param>
    [JSInvokable]
    public Task Pick(int index) => index >= 0 && index < Labels.Count ? OnPick.InvokeAsync(index) : Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_chart is not null)
        {
            try
            {
                await _chart.InvokeVoidAsync("dispose");
            }
            catch (Exception exception) when (JsModuleExtensions.IsGone(exception))
            {
            }

            await _chart.DisposeQuietlyAsync();
        }

        if (_module is not null)
        {
            await _module.DisposeQuietlyAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _dirty = true;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_dirty || Labels.Count == 0)
        {
            return;
        }

        _dirty = false;
        if (_chart is not null)
        {
            await _chart.InvokeVoidAsync("update", Spec());
            return;
        }

        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["app/charts.js"]);
        _self ??= DotNetObjectReference.Create(this);
        _chart = await _module.InvokeAsync<IJSObjectReference>("draw", _canvas, Spec(), OnPick.HasDelegate ? _self : null);
    }

    private static long ValueAt(ChartSeries series, int index) => index < series.Values.Count ? series.Values[index] : 0;

    private object Spec() => new
    {
        kind = Kind,
        labels = Labels,
        openFrom = OpenFrom,
        culture = CultureInfo.CurrentCulture.Name,
        currency = Unit.Currency?.Code,
        exponent = Unit.Currency?.Exponent ?? 0,
        series = Series.Select(series => new { label = series.Label, values = series.Values, color = series.Color }),
    };
}
