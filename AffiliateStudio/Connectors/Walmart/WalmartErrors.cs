using System.Globalization;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>What the product API's errors mean for us. Neither shape is documented, so both are read, and words decide only about the remedy.</summary>
internal static class WalmartErrors
{
    /// <summary>The partner's name in messages.</summary>
    public const string Partner = "Walmart";

    /// <summary>Reads an error answer.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var plain = Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        var error = PartnerJson.TryRead<ErrorAnswer>(answer.Body);
        var first = error?.Errors is [var told, ..] ? told : null;
        if ((error?.Details?.Description ?? first?.Message) is not { } message)
        {
            return plain;
        }

        var code = first?.Code is { } own ? string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {own}") : plain.Code;
        return plain with { Code = Failures.Shorten(code), Message = Failures.Shorten(message), Remedy = Remedy((int)answer.Status, message) ?? plain.Remedy };
    }

    /// <summary>Whether the signature was refused as too old, so that a new one may help.</summary>
    public static bool IsExpired(PartnerAnswer answer) =>
        (int)answer.Status == 401 && Describe(answer).Contains("timestamp", StringComparison.OrdinalIgnoreCase);

    private static string Describe(PartnerAnswer answer)
    {
        var error = PartnerJson.TryRead<ErrorAnswer>(answer.Body);
        return error?.Details?.Description ?? (error?.Errors is [var told, ..] ? told.Message : null) ?? string.Empty;
    }

    private static string? Remedy(int status, string message)
    {
        bool Says(string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
        return status switch
        {
            401 when Says("timestamp") => "Check the clock of this server: Walmart takes a signature for three minutes only.",
            401 when Says("public key") => "Upload the public key at walmart.io and wait half an hour, or correct the key version.",
            401 when Says("signature") => "The private key does not belong to the uploaded public key: enter the right one.",
            401 => "Check consumer ID, private key and key version of the Walmart connection.",
            403 when Says("subscribed") => "Subscribe your walmart.io application to the Affiliate API.",
            403 => "Walmart denies access for this application; its message says why.",
            _ => null,
        };
    }
}
