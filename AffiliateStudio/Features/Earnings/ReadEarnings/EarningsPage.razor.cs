using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Earnings.ReadEarnings;

/// <summary>The creator's money: figures, chart, what earned it, what comes next. It reads again while it is open when money moves or links are tapped.</summary>
public sealed partial class EarningsPage : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _gone = new();
    private readonly List<IDisposable> _subscriptions = [];
    private EarningsView? _view;
    private EarningsPeriod _period;
    private DateOnly _today;
    private bool _compare;
    private bool _failed;
    private int _waiting;
    private string? _shown;

    /// <summary>7, 30 or 90 days up to today; 30 when it is left out.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    /// <summary>The first day of a period of the person's own, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day of it.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>"on" draws the period before beside this one.</summary>
    [SupplyParameterFromQuery]
    public string? Compare { get; set; }

    /// <summary>What the breakdown goes by: video, pin or partner.</summary>
    [SupplyParameterFromQuery]
    public string? By { get; set; }

    /// <summary>The currency, when the creator earns in several.</summary>
    [SupplyParameterFromQuery]
    public string? Currency { get; set; }

    [Inject]
    private ReadEarnings Earnings { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private EventHub Events { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        // The first, static render shows the page's shape; the numbers are read once, when the page can be used.
        if (RendererInfo.IsInteractive)
        {
            _subscriptions.Add(Events.Subscribe<ConversionChanged>(change => change.CreatorId == _view?.Creator ? RefreshAsync(change.Message) : Task.CompletedTask));
            _subscriptions.Add(Events.Subscribe<ClicksRecorded>(clicks => _view is { } view && clicks.Pins.Any(view.PinIds.Contains) ? RefreshAsync(null) : Task.CompletedTask));
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _today = Clock.UtcToday();
        _period = EarningsPeriod.Parse(Range, From, To, _today);
        _compare = Compare == "on";
        var wanted = $"{_period} {Currency}";
        if (RendererInfo.IsInteractive && wanted != _shown)
        {
            _shown = wanted;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            _today = Clock.UtcToday();
            _period = EarningsPeriod.Parse(Range, From, To, _today);
            _view = await Earnings.RunAsync(new ReadEarnings.Query(await Current.GetAsync(), _period, Currency), _gone.Token);
            _failed = false;
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
        catch (System.Data.Common.DbException)
        {
            _failed = true;
        }
    }

    // Many changes in a row are read once, when they have settled.
    private Task RefreshAsync(string? message)
    {
        var mine = Interlocked.Increment(ref _waiting);
        _ = InvokeAsync(async () =>
        {
            if (message is not null)
            {
                Toasts.Good(message);
            }

            await Task.Delay(Settle, TimeProvider.System, _gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (mine == Volatile.Read(ref _waiting) && !_gone.IsCancellationRequested)
            {
                await LoadAsync();
                StateHasChanged();
            }
        });
        return Task.CompletedTask;
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, value), replace: true);

    private void Go(IReadOnlyDictionary<string, object?> values) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(values), replace: true);

    private void ShowDay(DateOnly day) => Navigation.NavigateTo(EarningsRoutes.Rows(day, day, "earned", currency: _view?.Currency.Code));
}
