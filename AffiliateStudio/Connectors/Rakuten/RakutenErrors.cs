using System.Globalization;
using System.Net;
using System.Text;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>What Rakuten's errors mean for us. Status 403 says two things: "slow down", and "not for you" when the body says so.</summary>
internal static class RakutenErrors
{
    /// <summary>The partner's name in messages.</summary>
    public const string Partner = "Rakuten";

    private static readonly string[] Denials = ["consume", "not allowed", "not authorized", "unauthorized", "permission", "access denied", "access_denied", "forbidden"];

    /// <summary>Whether an answer means too many calls: a 403 whose body does not deny the API as such.</summary>
    public static bool IsThrottle(HttpStatusCode status, byte[] body)
    {
        if (status != HttpStatusCode.Forbidden)
        {
            return false;
        }

        var words = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 4_000)));
        return !Array.Exists(Denials, denial => words.Contains(denial, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads an error answer of an API.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var plain = Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        var error = PartnerJson.TryRead<ErrorAnswer>(answer.Body);
        if (error?.Words is { Length: > 0 } words)
        {
            plain = plain with { Message = Failures.Shorten(words) };
        }

        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => plain with { Remedy = "Rakuten refused a fresh token as well: check that the site ID belongs to the key, and that the key is still active." },
            HttpStatusCode.Forbidden => plain with { Kind = PartnerFailureKind.NotEligible, Remedy = "Ask Rakuten to open this API for the account: other APIs go on working without it." },

            // The transport calls a throttle 429, whatever the status was.
            HttpStatusCode.TooManyRequests => plain with { Code = "403 too many calls", RetryAfter = answer.RetryAfter ?? TimeSpan.FromMinutes(1) },
            HttpStatusCode.BadRequest when error?.Error is { Length: > 0 } code => plain with { Code = "400 " + Failures.Shorten(code) },
            _ => plain,
        };
    }

    /// <summary>Reads an error answer of the token endpoint.</summary>
    public static PartnerFailure FromTokenAnswer(PartnerAnswer answer)
    {
        if (answer.Status == HttpStatusCode.TooManyRequests || (int)answer.Status >= 500 || PartnerJson.TryRead<ErrorAnswer>(answer.Body) is not { Words: { Length: > 0 } words } body)
        {
            return FromAnswer(answer);
        }

        var remedy = body.Error switch
        {
            "invalid_client" => "Enter client ID and secret again as the developer portal shows them; keys made long ago need Basic as token scheme.",
            "invalid_scope" or "invalid_request" => "Check the site ID (SID): it must be one of this account's, digits only.",
            _ => "Check client ID, secret, site ID and token scheme of the Rakuten connection.",
        };
        var code = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {Failures.Shorten(body.Error ?? "error")}");
        return new PartnerFailure(PartnerFailureKind.Unauthorized, code, Failures.Shorten(words), remedy);
    }

    /// <summary>An error object under status 200, from an API that answers with a list.</summary>
    public static PartnerFailure Inside(ErrorAnswer error)
    {
        var code = Failures.Shorten(error.Error ?? error.Fault?.Code ?? "error");
        return error.Error is "REQUEST_PARAM_INVALID" or "invalid_request"
            ? new PartnerFailure(PartnerFailureKind.InvalidRequest, code, Failures.Shorten(error.Words), "Rakuten refuses a value of the request; the message names it.")
            : new PartnerFailure(PartnerFailureKind.Unavailable, code, Failures.Shorten(error.Words), "Nothing to do: Rakuten answered with an error. We try again.");
    }

    /// <summary>What a refused deep link means: whose turn it is, and what to do.</summary>
    public static PartnerFailure FromLinkCode(string code, string? words)
    {
        var (kind, said, remedy) = code.Trim().ToUpperInvariant() switch
        {
            "ACCESS_DENIED" => (PartnerFailureKind.Refused, "The shop has not approved us.", "Apply for a partnership with the shop in Rakuten's dashboard, or choose a product of another shop."),
            "DEEP_LINK_DENIED" => (PartnerFailureKind.Refused, "The shop blocks links to this page.", "Choose another page of the shop: its terms keep this one out."),
            "DEEP_LINKING_NOT_ENABLED" => (PartnerFailureKind.Refused, "The shop allows no links to single pages.", "Choose a product of a shop that does."),
            "CANNOT_RESOLVE_ADVERTISER" => (PartnerFailureKind.Refused, "Rakuten does not know the shop of this page.", "Check the address: it may belong to a shop that left the network."),
            "URL_TEMPLATE_MISMATCH" => (PartnerFailureKind.Refused, "The page is none of the shop's.", "Use the address as the shop's own page shows it, with the same host."),
            "ENTITY_DECODE_ERROR" or "REQUEST_PARAM_INVALID" => (PartnerFailureKind.InvalidRequest, "Rakuten could not read the address.", "Try the product's plain address, without what stands behind “?”."),
            _ => (PartnerFailureKind.Unavailable, "Rakuten made no link.", "Nothing to do: Rakuten has a problem of its own. We try again."),
        };
        return new PartnerFailure(kind, Failures.Shorten(code), string.IsNullOrWhiteSpace(words) ? said : Failures.Shorten($"{said} {words}"), remedy);
    }
}
