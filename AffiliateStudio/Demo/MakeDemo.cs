using AffiliateStudio.Platform.Health;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Demo;

/// <summary>
/// Makes the demo once, at the first start: the accounts, and then ninety days of history. The product answers health checks and the demo's own requests
/// meanwhile; a start that is broken off is taken up again at the day it had reached.
/// </summary>
internal sealed partial class MakeDemo(
    IHostApplicationLifetime lifetime,
    IOptions<DemoOptions> options,
    DemoPeople people,
    DemoTimeline timeline,
    DemoState state,
    ReadinessGate gate,
    ILogger<MakeDemo> logger) : BackgroundService
{
    private IDisposable? _hold;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Closed before the first request can come in.
        if (options.Value.Accounts)
        {
            state.Working = "Making the demo accounts.";
            _hold = gate.Close("The demo is being made.");
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hold = _hold;
        try
        {
            await ServerStartedAsync(stoppingToken);
            if (options.Value.Accounts)
            {
                await people.EnsureAsync(stoppingToken);
            }

            if (options.Value is { Accounts: true, History: true })
            {
                await timeline.LiveThroughAsync(stoppingToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception);
        }
        finally
        {
            state.Working = null;
        }
    }

    private async Task ServerStartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo could not be made to its end. The product works without it; stop it and start it again to go on where it broke off.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
