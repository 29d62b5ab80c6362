namespace AffiliateStudio.Features.Videos.ShowPlatformAccount;

/// <summary>How a sign-in at TikTok ended, in words. The address carries only a code, so that nobody can put words into this page.</summary>
/// <param name="IsGood">Whether it went well.</param>
/// <param name="Words">What to tell.</param>
internal sealed record SignInEnding(bool IsGood, string Words)
{
    /// <summary>What a code of the address means; null for none.</summary>
    public static SignInEnding? Of(string? code) => code switch
    {
        null or "" => null,
        "connected" => new(true, "TikTok is connected. Import your videos now, and allow comments if pins should be posted there."),
        "comments" => new(true, "Comments are allowed. Pins on your TikTok videos are posted there."),
        _ when code == VideoErrors.SignInDenied.Code => new(false, VideoErrors.SignInDenied.Message),
        _ when code == VideoErrors.SignInStale.Code => new(false, VideoErrors.SignInStale.Message),
        _ when code == VideoErrors.SignInNotOffered.Code => new(false, VideoErrors.SignInNotOffered.Message),
        _ when code == VideoErrors.AccountTaken.Code => new(false, VideoErrors.AccountTaken.Message),
        _ when code == VideoErrors.AccountMissing.Code => new(false, VideoErrors.AccountMissing.Message),
        _ => new(false, "TikTok refused the sign-in, or did not answer. Try again; if it goes on, an admin can test the connection under Connectors."),
    };
}
