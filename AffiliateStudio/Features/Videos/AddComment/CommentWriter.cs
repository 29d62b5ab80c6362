using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Videos.AddComment;

/// <summary>Hands comments of the watch page on to the use case.</summary>
internal sealed class CommentWriter(AddComment add) : ICommentWriter
{
    public async Task<Result> AddAsync(Actor actor, VideoId video, string? body, CancellationToken cancellationToken)
    {
        var result = await add.RunAsync(new AddComment.Command(actor, video, body), cancellationToken);
        return result.Succeeded ? Result.Success : result.Error;
    }
}
