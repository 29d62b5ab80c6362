using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>Takes up comments whose time has come: throttled ones, those that a platform was too busy for, and what was left when a server stopped.</summary>
internal sealed class PostWaitingComments(PinCommentRows rows, PostPinComment post) : IStudioJob
{
    /// <summary>The job's name on the board.</summary>
    public const string Name = "Post waiting TikTok comments";

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var due = await rows.DueAsync(cancellationToken);
        foreach (var (index, pin) in due.Index())
        {
            progress.Report(index, due.Count);
            await post.RunAsync(pin, cancellationToken);
        }

        progress.Report(100, due.Count == 0 ? "Nothing was waiting" : $"{due.Count} taken up");
    }
}
