namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>What a platform tells us by itself.</summary>
public enum PlatformNoticeKind
{
    /// <summary>Something that we do nothing about.</summary>
    Other,

    /// <summary>A person took our app's access to their account away.</summary>
    AccessRemoved,

    /// <summary>A comment under a video was deleted or hidden.</summary>
    CommentTakenAway,
}
