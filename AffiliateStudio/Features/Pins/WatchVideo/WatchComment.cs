using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>A comment under a video.</summary>
/// <param name="Id">The comment.</param>
/// <param name="UserId">Who wrote it.</param>
/// <param name="Name">The writer's name.</param>
/// <param name="Body">The text.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
public sealed record WatchComment(CommentId Id, Guid UserId, string Name, string Body, DateTime CreatedAt);
