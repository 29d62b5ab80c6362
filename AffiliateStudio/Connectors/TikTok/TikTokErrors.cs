using System.Globalization;
using AffiliateStudio.Connectors.TikTok.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>What TikTok's errors mean for us. Each of its three shapes is read for itself: flat ones of sign-in, <c>error.code</c> of the Display API, <c>code</c> of the API for businesses.</summary>
internal static class TikTokErrors
{
    /// <summary>The partner's name in messages.</summary>
    public const string Partner = "TikTok";

    /// <summary>Reads a refusal of the token address.</summary>
    public static PartnerFailure FromToken(PartnerAnswer answer, TokenAnswer? told)
    {
        if (told?.Error is not { Length: > 0 } error || (int)answer.Status is 429 or >= 500)
        {
            return Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        }

        var message = told.Description is { Length: > 0 } words ? words : "TikTok gave no token.";
        var remedy = error switch
        {
            "invalid_client" or "unauthorized_client" => "Check client key and secret of the TikTok connection.",
            "invalid_grant" or "access_denied" => "Sign in with TikTok again.",
            "invalid_scope" => "Ask TikTok to approve the scopes user.info.basic, user.info.profile and video.list for this app.",
            _ => "Sign in with TikTok again; if it fails once more, check the redirect URI of the app at TikTok.",
        };

        // What is wrong with our app is no word about the person, who would otherwise be asked to sign in again for it.
        var kind = error is "invalid_client" or "unauthorized_client" or "invalid_scope" ? PartnerFailureKind.NotEligible : PartnerFailureKind.Unauthorized;
        return new PartnerFailure(kind, Code(answer, error), Failures.Shorten(message), remedy);
    }

    /// <summary>Reads an error of the Display API.</summary>
    public static PartnerFailure FromDisplay(PartnerAnswer answer, DisplayError? told)
    {
        if (told?.Code is not { Length: > 0 } code || code == "ok")
        {
            return answer.IsSuccess ? Failures.Malformed(Partner, "an answer without data") : Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        }

        var (kind, remedy) = code switch
        {
            "access_token_invalid" => (PartnerFailureKind.Unauthorized, "Sign in with TikTok again."),
            "scope_not_authorized" or "scope_permission_missed" => (PartnerFailureKind.NotEligible, "Sign in with TikTok again and allow everything that is asked for."),
            "rate_limit_exceeded" => (PartnerFailureKind.Throttled, "It goes on by itself."),
            "internal_error" => (PartnerFailureKind.Unavailable, "Nothing to do: TikTok has a problem of its own. We try again."),
            "invalid_params" or "invalid_param" => (PartnerFailureKind.InvalidRequest, "TikTok refuses a value of the request; the message names it."),
            _ => (Failures.FromStatus(Partner, answer).Kind, "TikTok refuses the request; the message says why."),
        };
        return new PartnerFailure(kind, Code(answer, code), Failures.Shorten(told.Message), remedy, answer.RetryAfter);
    }

    /// <summary>Reads a code of the API for businesses, other than 0.</summary>
    public static PartnerFailure FromBusiness(PartnerAnswer answer, long? code, string? message)
    {
        if (code is null)
        {
            return answer.IsSuccess ? Failures.Malformed(Partner, "an answer without a code") : Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        }

        var (kind, remedy) = code switch
        {
            40001 => (PartnerFailureKind.NotEligible, "Allow comments once more with the TikTok account that has the video."),
            40007 => (PartnerFailureKind.NotFound, "Nothing to do: it is not there any more."),
            40016 or 40100 => (PartnerFailureKind.Throttled, "It goes on by itself."),
            40102 or 40103 or 40104 or 40105 => (PartnerFailureKind.Unauthorized, "Allow comments once more on the videos page."),
            >= 50000 => (PartnerFailureKind.Unavailable, "Nothing to do: TikTok has a problem of its own. We try again."),
            _ => (PartnerFailureKind.InvalidRequest, "TikTok refuses the request; the message says why."),
        };
        return new PartnerFailure(kind, code.Value.ToString(CultureInfo.InvariantCulture), Failures.Shorten(message), remedy, answer.RetryAfter);
    }

    private static string Code(PartnerAnswer answer, string word) => string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {Failures.Shorten(word)}");
}
