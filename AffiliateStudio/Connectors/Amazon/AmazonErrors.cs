using System.Globalization;
using AffiliateStudio.Connectors.Amazon.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>What the Creators API's errors mean for us, each type and reason on its own.</summary>
internal static class AmazonErrors
{
    /// <summary>The partner's name in messages.</summary>
    public const string Partner = "Amazon";

    /// <summary>Reads an error answer of the API.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var error = PartnerJson.TryRead<ErrorAnswer>(answer.Body);
        if (error is null or { Type: null, Reason: null, Message: null })
        {
            return Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        }

        var (kind, remedy) = Meaning((int)answer.Status, error.Reason);
        var code = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {error.Reason ?? error.Type ?? "error"}");
        return new PartnerFailure(kind, code, Failures.Shorten(Words(error)), remedy, answer.RetryAfter);
    }

    /// <summary>Whether the token was refused and a new one may help.</summary>
    public static bool IsTokenRefused(PartnerAnswer answer) =>
        (int)answer.Status == 401 && PartnerJson.TryRead<ErrorAnswer>(answer.Body)?.Reason is "TokenExpired" or "InvalidToken";

    /// <summary>Reads an error answer of the token endpoint.</summary>
    public static PartnerFailure FromTokenAnswer(PartnerAnswer answer)
    {
        if ((int)answer.Status is 429 or >= 500 || PartnerJson.TryRead<TokenError>(answer.Body) is not { Error: { } error } body)
        {
            return Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        }

        var remedy = error switch
        {
            "invalid_client" => "Enter the credential ID and secret again, as Associates Central shows them, and check that the version belongs to this credential.",
            "invalid_scope" => "The version does not belong to this credential: choose the one shown beside it in Associates Central.",
            "unauthorized_client" => "This credential may not use the Creators API: make a new one in Associates Central.",
            _ => "Check credential ID, secret and version of the Amazon connection.",
        };
        var code = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {Failures.Shorten(error)}");
        return new PartnerFailure(PartnerFailureKind.Unauthorized, code, Failures.Shorten(body.Description ?? "No token was given."), remedy);
    }

    private static (PartnerFailureKind Kind, string Remedy) Meaning(int status, string? reason) => (status, reason) switch
    {
        (400, "UnknownOperation") => (PartnerFailureKind.InvalidRequest, "Amazon does not know this operation any more: the studio needs an update."),
        (400, "CannotParse") => (PartnerFailureKind.InvalidRequest, "Amazon could not read the request: the studio needs an update."),
        (400, "FieldValidationFailed") => (PartnerFailureKind.InvalidRequest, "Amazon refuses a value of the request; the message names it."),
        (400, "InvalidAssociate") => (PartnerFailureKind.InvalidRequest, "The credential belongs to an account that is no Associate of this marketplace: check the marketplace."),
        (400, "InvalidPartnerTag") => (PartnerFailureKind.InvalidRequest, "The partner tag does not belong to this account and marketplace: correct it in the connection."),
        (400, _) => (PartnerFailureKind.InvalidRequest, "Amazon refuses the request; the message says why."),
        (401, "TokenExpired") => (PartnerFailureKind.Unauthorized, "Amazon calls a fresh token expired: check the clock of this server."),
        (401, "InvalidToken") => (PartnerFailureKind.Unauthorized, "Amazon refused a fresh token as well: check that version and marketplace belong to this credential."),
        (401, "InvalidIssuer") => (PartnerFailureKind.Unauthorized, "The token comes from another region: choose the version shown beside the credential."),
        (401, "MissingClaim") => (PartnerFailureKind.Unauthorized, "The token lacks a claim that Amazon wants: make a new credential in Associates Central."),
        (401, "MissingKeyId") => (PartnerFailureKind.Unauthorized, "The token lacks the id of its key: make a new credential in Associates Central."),
        (401, "UnsupportedClient") => (PartnerFailureKind.Unauthorized, "This credential is not for the Creators API: make one under Tools, Creators API."),
        (401, "InvalidClient") => (PartnerFailureKind.Unauthorized, "Amazon does not know this credential any more: make a new one in Associates Central."),
        (401, "MissingCredential") => (PartnerFailureKind.Unauthorized, "No credential arrived: enter credential ID and secret again."),
        (401, _) => (PartnerFailureKind.Unauthorized, "Check credential ID, secret and version of the Amazon connection."),
        (403, "AssociateNotEligible") =>
            (PartnerFailureKind.NotEligible, "The account needs 10 qualified sales in the last 30 days to use the API; it opens again by itself about two days after they ship. Pasted links work meanwhile."),
        (403, "AuthorizationFailed") => (PartnerFailureKind.Unauthorized, "The credential may not do this: check in Associates Central what it is allowed to."),
        (403, _) => (PartnerFailureKind.Unauthorized, "Amazon denies access for this account; its message says why."),
        (404, _) => (PartnerFailureKind.NotFound, "Nothing to do: it is not there any more."),
        (429, _) => (PartnerFailureKind.Throttled, "It goes on by itself; lower Connectors:Amazon:LiveCallsPerMinute if this comes often."),
        ( >= 500, _) => (PartnerFailureKind.Unavailable, "Nothing to do: Amazon has a problem of its own. We try again."),
        _ => (PartnerFailureKind.InvalidRequest, "Amazon refuses the request; the message says why."),
    };

    private static string Words(ErrorAnswer error)
    {
        var fields = error.FieldList is { Count: > 0 } list ? " " + string.Join("; ", list.Select(field => $"{field.Name}: {field.Message}")) : string.Empty;
        var resource = error.ResourceId is { } id ? $" ({error.ResourceType} {id})" : string.Empty;
        var quota = error.QuotaCode is { } code ? $" (quota {code})" : string.Empty;
        return (error.Message ?? error.Type ?? string.Empty) + fields + resource + quota;
    }
}
