using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>
/// Brings comments at platforms up to date as soon as something happens: in the background, so that nobody who pins waits for a platform, and one video after its own other
/// changes, so that an older state never overtakes a newer one.
/// </summary>
internal sealed partial class FollowPins(
    IDbContextFactory<StudioDb> databases, EventHub events, PinCommentRows rows, PostPinComment post, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<FollowPins> logger) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<VideoId> _again = [];
    private readonly Dictionary<VideoId, Task> _running = [];
    // One at a time: the gap between two comments of a creator is measured from what is stored, so that two at once would not see each other.
    private readonly SemaphoreSlim _turns = new(1);
    private readonly List<IDisposable> _subscriptions = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscriptions.Add(events.Subscribe<PinChanged>(change =>
        {
            Wake(change.Video);
            return Task.CompletedTask;
        }));
        _subscriptions.Add(events.Subscribe<PlatformAccountChanged>(WakeBlockedAsync));
        _subscriptions.Add(events.Subscribe<PlatformCommentTakenAway>(TakeAwayAsync));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        Task[] running;
        lock (_gate)
        {
            running = [.. _running.Values];
        }

        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Brings a video's comments up to date, in the background.</summary>
    public void Wake(VideoId video)
    {
        lock (_gate)
        {
            if (_running.ContainsKey(video))
            {
                _again.Add(video);
                return;
            }

            _running[video] = Task.Run(() => FollowAsync(video, lifetime.ApplicationStopping), CancellationToken.None);
        }
    }

    private async Task FollowAsync(VideoId video, CancellationToken cancellationToken)
    {
        do
        {
            try
            {
                await _turns.WaitAsync(cancellationToken);
                try
                {
                    foreach (var pin in await rows.OfVideoAsync(video, cancellationToken))
                    {
                        await post.RunAsync(pin, cancellationToken);
                    }
                }
                finally
                {
                    _turns.Release();
                }
            }
            catch (OperationCanceledException)
            {
                // The server stops; the job goes on with it after the next start.
            }
#pragma warning disable CA1031 // Nobody waits for this work: what goes wrong is logged, and the job tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(logger, exception, video.Value);
            }
        }
        while (GoesOn(video) && !cancellationToken.IsCancellationRequested);
    }

    private bool GoesOn(VideoId video)
    {
        lock (_gate)
        {
            if (_again.Remove(video))
            {
                return true;
            }

            _running.Remove(video);
            return false;
        }
    }

    // What waited for an account or a permission may go on now.
    private async Task WakeBlockedAsync(PlatformAccountChanged change)
    {
        await using var db = await databases.CreateDbContextAsync(lifetime.ApplicationStopping);
        var creator = change.Creator;
        var videos = await db.Set<Pin>()
            .Where(pin => pin.CreatorId == creator && db.Set<PlatformComment>().Any(row => row.PinId == pin.Id
                && (row.FailureKind == PartnerFailureKind.NotConnected || row.FailureKind == PartnerFailureKind.Unauthorized || row.FailureKind == PartnerFailureKind.NotEligible)))
            .Where(_ => db.Set<PlatformSignIn>().Any(signIn => signIn.Program == PlatformProgram.Comments && !signIn.NeedsSignIn
                && db.Set<PlatformAccount>().Any(account => account.Id == signIn.AccountId && account.CreatorId == creator)))
            .Select(pin => pin.VideoId).Distinct().ToListAsync(lifetime.ApplicationStopping);
        videos.ForEach(Wake);
    }

    // A comment that somebody took away at the platform is not written again by itself: that may have been on purpose. While we are at it ourselves, it was us.
    private async Task TakeAwayAsync(PlatformCommentTakenAway notice)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(lifetime.ApplicationStopping);
        if (await db.Set<PlatformComment>().FirstOrDefaultAsync(
            row => row.CommentId == notice.Comment && (row.LeaseUntil == null || row.LeaseUntil < now), lifetime.ApplicationStopping) is not { } row)
        {
            return;
        }

        PinCommentRows.Forget(row);
        rows.Fail(row, PlatformStep.Post, PostPinComment.TakenAway);
        await db.SaveChangesAsync(lifetime.ApplicationStopping);
        var video = await db.Set<Pin>().Where(pin => pin.Id == row.PinId).Select(pin => pin.VideoId).FirstAsync(lifetime.ApplicationStopping);
        await events.PublishAsync(new PinCommentChanged(row.PinId, video), lifetime.ApplicationStopping);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The comments of video {Video} could not be brought up to date; they are tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid video);
}
