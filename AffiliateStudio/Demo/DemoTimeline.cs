using AffiliateStudio.Platform.Security;
using AffiliateStudio.Sandbox;

namespace AffiliateStudio.Demo;

/// <summary>
/// Lives through the ninety days: puts the clock that product and sandbox share back, goes through them a day at a time, and brings the clock back whatever happens.
/// </summary>
internal sealed partial class DemoTimeline(
    DemoPeople people,
    DemoDay day,
    DemoProgress progress,
    DemoState state,
    SandboxClockControl world,
    DemoPresent today,
    ILogger<DemoTimeline> logger)
{
    /// <summary>Makes what is missing of the history.</summary>
    public async Task LiveThroughAsync(CancellationToken cancellationToken)
    {
        if (progress.DaysLeft is not { } left || await people.FindAsync(DemoAccount.Creator, cancellationToken) is not { } creator)
        {
            return;
        }

        var neighbours = new List<Actor>();
        foreach (var neighbour in DemoAccount.Neighbours)
        {
            neighbours.Add(await people.FindAsync(neighbour, cancellationToken) ?? throw new InvalidOperationException($"{neighbour.DisplayName} has no account."));
        }

        var cast = new DemoCast(creator, neighbours);
        var present = world.Shift;
        try
        {
            await day.ReadTermsAsync(cancellationToken);
            for (var daysAgo = left; daysAgo > 0; daysAgo--)
            {
                Tell(daysAgo);
                await day.LiveAsync(cast, daysAgo, present, cancellationToken);
                progress.DaysLeft = daysAgo - 1;
            }
        }
        finally
        {
            world.SetShift(present);
        }

        await day.ReadReportsAsync(cancellationToken);
        await today.ArriveAsync(creator, cancellationToken);
        progress.Finish();
        LogDone(logger);
    }

    private void Tell(int daysAgo)
    {
        var number = DemoStory.Days - daysAgo + 1;
        state.Working = $"Living through day {number} of {DemoStory.Days}.";
        if (number % 10 == 0 || number == 1)
        {
            LogDay(logger, number, DemoStory.Days);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo history: day {Day} of {Days}.")]
    private static partial void LogDay(ILogger logger, int day, int days);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo history: done.")]
    private static partial void LogDone(ILogger logger);
}
