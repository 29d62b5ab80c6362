using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Videos;

/// <summary>Comments for the page that shows them, which belongs to a later feature.</summary>
public interface ICommentWriter
{
    /// <summary>Writes a comment of a signed-in person.</summary>
    Task<Result> AddAsync(Actor actor, VideoId video, string? body, CancellationToken cancellationToken);
}
