using System.Globalization;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>What Partnerize's errors mean for us: one line in version 1, a list of properties in the later ones.</summary>
internal static class PartnerizeErrors
{
    /// <summary>The network's name in messages.</summary>
    public const string Partner = "Partnerize";

    /// <summary>Reads an error answer.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var plain = Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        if (PartnerJson.TryRead<PartnerizeProblem>(answer.Body)?.Error is { } error)
        {
            var first = error.Errors is [{ } property, ..] ? property : null;
            var words = string.Join("; ", (error.Errors ?? []).Select(each => $"{each.Property}: {each.Message}".TrimStart(':', ' ')));
            var code = first?.Code ?? error.Type;
            plain = plain with
            {
                Message = Failures.Shorten(words.Length > 0 ? $"{error.Message} ({words})" : error.Message ?? plain.Message),
                Code = code is { Length: > 0 } && code != plain.Code ? Failures.Shorten(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} {code}")) : plain.Code,
            };
        }

        return (int)answer.Status switch
        {
            401 => plain with { Remedy = "Enter application key and user API key again, as Partnerize shows them under Settings, Account Settings." },
            403 => plain with { Remedy = "The user of this key may not read this: give it the rights at Partnerize." },
            404 => plain with { Remedy = "Check publisher ID and campaign ID: Partnerize knows no such account, or this key may not read it." },
            _ => plain,
        };
    }

    /// <summary>Whether the partner refuses the page or the campaign itself, and not the way in which it was asked.</summary>
    public static bool IsRefusal(PartnerAnswer answer) =>
        (int)answer.Status == 400
        && PartnerJson.TryRead<PartnerizeProblem>(answer.Body)?.Error?.Errors is { } errors
        && errors.Any(error => error.Property is "destination_url" or "campaign_id");
}
