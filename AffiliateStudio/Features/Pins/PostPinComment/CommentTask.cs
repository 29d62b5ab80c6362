using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>What the comment of a pin should be, read when somebody sets about it.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Creator">Whose it is.</param>
/// <param name="Video">The video.</param>
/// <param name="PlatformVideo">The video's id at its platform.</param>
/// <param name="Code">The code of the pin's link.</param>
/// <param name="Disclosure">The pin's disclosure.</param>
/// <param name="Product">The product's title.</param>
/// <param name="IsGone">Whether the video is not at its platform any more, and its comments with it.</param>
/// <param name="IsWanted">Whether the comment should be there.</param>
/// <param name="IsFirst">Whether it should be the pinned one.</param>
internal sealed record CommentTask(
    PinId Pin, CreatorId Creator, VideoId Video, string PlatformVideo, LinkCode Code, string Disclosure, string Product, bool IsGone, bool IsWanted, bool IsFirst);
