using AffiliateStudio.Features.Pins;
using AffiliateStudio.Platform.Events;

namespace AffiliateStudio.Features.Clicks.Links;

/// <summary>Fills the table when the product starts, follows changes of this process at once and those of other nodes within seconds.</summary>
internal sealed partial class KeepLinks(LinkTable links, EventHub events, ILogger<KeepLinks> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = events.Subscribe<PinChanged>(change => links.RefreshAsync(change.Pin, stoppingToken));

        // Reading many pins takes a while; the start does not wait for it, and links are looked up one by one meanwhile.
        await Task.Yield();
        await TryAsync(links.LoadAsync, stoppingToken);
        LogLoaded(logger, links.Count);
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(links.RefreshAsync, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> read, CancellationToken stoppingToken)
    {
        try
        {
            await read(stoppingToken);
        }
#pragma warning disable CA1031 // While the database does not answer, the links in memory go on working.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} links are in memory.")]
    private static partial void LogLoaded(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The links could not be read again; those in memory go on working.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
