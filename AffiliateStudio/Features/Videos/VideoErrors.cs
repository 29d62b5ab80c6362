using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Videos;

/// <summary>What a person can do wrong with videos and comments, and what to do instead.</summary>
internal static class VideoErrors
{
    public static Error NotFound { get; } = new(
        "videos.not-found", "This video is not there any more. It may have been deleted in another window. Go back to your videos.", Link: VideosRoutes.List);

    public static Error Changed { get; } = new("videos.changed", "This video or one of its pins was changed at the same moment. Load the page again, then delete it once more.");

    public static Error NotACreator { get; } = new("videos.not-a-creator", "Only creators have videos. Sign in with a creator's account.");

    public static Error CaptionMissing { get; } = new("videos.caption-missing", "Write a caption: it is what viewers read first.", "Caption");

    public static Error CaptionIsElsewhere { get; } = new(
        "videos.caption-elsewhere", "This caption comes from TikTok. Change it there; it is read again within the hour.", "Caption");

    public static Error SignInNotOffered { get; } = new(
        "videos.sign-in-not-offered", "TikTok is not set up here, or it is paused. An admin can connect it under Connectors.");

    public static Error SignInStale { get; } = new("videos.sign-in-stale", "This sign-in was too old or came from another window. Start it again.");

    public static Error SignInDenied { get; } = new("videos.sign-in-denied", "You did not allow it at TikTok. Nothing was changed; start again if you want to.");

    public static Error AccountTaken { get; } = new(
        "videos.account-taken", "This TikTok account is connected to somebody else here. Disconnect it there first, or choose another account at TikTok.");

    public static Error AccountMissing { get; } = new("videos.account-missing", "Connect your TikTok account first.");

    public static Error ImportRunning { get; } = new("videos.import-running", "Your videos are being imported already. Wait until it is done.");

    public static Error Refused(AffiliateStudio.Features.Partners.Contract.PartnerFailure failure) => new(
        "videos.refused", $"{Ui.Sentence.Of(failure.Message)} {failure.Remedy} ({failure.Code})");

    public static Error CaptionTooLong { get; } = new(
        "videos.caption-too-long", $"The caption may have {VideosOptions.MaxCaptionLength:N0} characters at most. Shorten it.", "Caption");

    public static Error FileMissing { get; } = new("videos.file-missing", "Choose a video file first.", "File");

    public static Error NotAVideo { get; } = new(
        "videos.not-a-video", "This file is not an MP4 or WebM video, whatever its name says. Export the video as MP4 or WebM and choose that file.", "File");

    public static Error QuickTime { get; } = new(
        "videos.quicktime", "This is a QuickTime movie, which not every browser plays. Export it as MP4 and choose that file.", "File");

    public static Error NothingToPlay { get; } = new(
        "videos.nothing-to-play", "This file begins like a video but holds nothing to play: it may be damaged or cut off. Export the video again and choose that file.", "File");

    public static Error Incomplete { get; } = new(
        "videos.incomplete", "The upload did not arrive whole. Nothing was saved; check your connection and send it again.", "File");

    public static Error NoSpace { get; } = new(
        "videos.no-space", "The server could not store the video. Nothing was saved; try again later or tell an admin that the disk may be full.", "File");

    public static Error TooManyUploads { get; } = new(
        "videos.too-many-uploads", $"{VideosOptions.MaxUploadsAtOnce} of your videos are on their way already. Wait until one has arrived, then send this one.", "File");

    public static Error BadPoster { get; } = new(
        "videos.bad-poster", "The poster must be a JPEG, PNG or WebP picture of at most 2 MB. Send the video again without it.", "Poster");

    public static Error CommentMissing { get; } = new("videos.comment-missing", "Write something before you send it.", "Comment");

    public static Error CommentTooLong { get; } = new(
        "videos.comment-too-long", $"A comment may have {VideosOptions.MaxCommentLength} characters at most. Shorten it.", "Comment");

    public static Error CommentTooOften { get; } = new("videos.comment-too-often", "You have written many comments just now. Wait a minute, then send this one again.", "Comment");

    public static Error SignInToComment { get; } = new("videos.sign-in-to-comment", "Sign in to write a comment.", "Comment");

    public static Error CommentNotFound { get; } = new("videos.comment-not-found", "This comment is gone already, or it is not yours to delete.");

    public static Error TooLarge(int maxMegabytes) => new(
        "videos.too-large", $"The video is larger than {maxMegabytes} MB. Shorten it or export it with a lower quality, then choose it again.", "File");
}
