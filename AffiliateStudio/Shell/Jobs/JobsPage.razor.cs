using AffiliateStudio.Platform.Health;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Shell.Jobs;

/// <summary>What runs in the background, live, with a button to run each job now; and how database, disk and click log are.</summary>
public sealed partial class JobsPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private HealthReport? _report;
    private int _isDrawing;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private HealthSnapshot Health { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsWorldAhead => Clock.GetUtcNow() - TimeProvider.System.GetUtcNow() > TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public void Dispose()
    {
        Board.Changed -= Draw;
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Board.Changed += Draw;
        _report = await Health.TakeAsync(_closing.Token);
    }

    private static string StateOf(JobStatus job) => job switch
    {
        { IsRunning: true } => $"Running, {job.Percent} %",
        { Outcome: JobOutcome.Succeeded } => "Done",
        { Outcome: JobOutcome.Failed } => "Failed",
        { Outcome: JobOutcome.Cancelled } => "Stopped",
        { Outcome: JobOutcome.RanElsewhere } => "Ran on another server",
        _ => "Waiting",
    };

    private static string ChipOf(JobStatus job) => job switch
    {
        { IsRunning: true } => "chip--info",
        { Outcome: JobOutcome.Succeeded } => "chip--good",
        { Outcome: JobOutcome.Failed } => "chip--bad",
        _ => "chip--wait",
    };

    private async Task RunAsync(string name)
    {
        var result = await Board.RunNowAsync(name, _closing.Token);
        if (result.Error is { } error)
        {
            Toasts.Bad(error.Message);
        }
    }

    // A job may report many times a second; what was reported while a drawing waits is in it already.
    private void Draw(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref _isDrawing, 1) == 0)
        {
            _ = InvokeAsync(() =>
            {
                Interlocked.Exchange(ref _isDrawing, 0);
                StateHasChanged();
            });
        }
    }
}
