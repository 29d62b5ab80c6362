namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A comment under a video at a platform.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsPinned">Whether it is pinned to the top.</param>
/// <param name="IsHidden">Whether viewers do not see it.</param>
/// <param name="IsOwn">Whether the video's owner wrote it.</param>
/// <param name="Writer">The writer's name there.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
public sealed record ChannelComment(string Id, string Text, bool IsPinned, bool IsHidden, bool IsOwn, string Writer, DateTime? CreatedAt);
