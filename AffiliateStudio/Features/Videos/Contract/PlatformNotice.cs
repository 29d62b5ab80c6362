namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>Something that a platform told us by itself. It may come more than once, and late.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The platform's own word for it.</param>
/// <param name="OpenId">The account it is about.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Video">The video, when it is about one.</param>
/// <param name="Comment">The comment, when it is about one.</param>
public sealed record PlatformNotice(PlatformNoticeKind Kind, string Word, string OpenId, DateTime At, string? Video = null, string? Comment = null);
