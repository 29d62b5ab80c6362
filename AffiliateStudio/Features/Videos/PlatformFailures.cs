using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Videos;

/// <summary>Why a platform is not even asked.</summary>
public static class PlatformFailures
{
    /// <summary>The code of <see cref="NoComments"/>.</summary>
    public const string NoCommentsCode = "comments not offered";

    /// <summary>The creator has connected no account.</summary>
    public static PartnerFailure NoAccount { get; } = new(PartnerFailureKind.NotConnected, "no account", "No TikTok account is connected.", "Connect TikTok on your videos page.");

    /// <summary>The creator has not allowed comments.</summary>
    public static PartnerFailure CommentsNotAllowed { get; } = new(
        PartnerFailureKind.NotConnected, "comments not allowed", "You have not allowed comments for your TikTok account.", "Press “Allow comments” on your videos page.");

    /// <summary>The studio has no app in the program that has comments.</summary>
    public static PartnerFailure NoComments { get; } = new(
        PartnerFailureKind.NotConnected, NoCommentsCode, "This studio has no access to TikTok's comments.", "An admin can enter a business app under Connectors. Until then paste the short link into a comment yourself.");

    /// <summary>There is no connection with the platform, or an admin paused it.</summary>
    public static PartnerFailure NoConnection { get; } = new(
        PartnerFailureKind.NotConnected, "not connected", "TikTok is not set up here, or it is paused.", "An admin can connect it or resume it under Connectors.");

    /// <summary>The platform takes the tokens no more.</summary>
    public static PartnerFailure SignInAgain { get; } = new(
        PartnerFailureKind.Unauthorized, "sign-in needed", "TikTok no longer lets us use your account.", "Connect TikTok again on your videos page.");

    /// <summary>The same for comments.</summary>
    public static PartnerFailure AllowAgain { get; } = new(
        PartnerFailureKind.Unauthorized, "permission needed", "TikTok no longer lets us write comments for you.", "Press “Allow comments” on your videos page once more.");
}
