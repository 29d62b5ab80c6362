using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>What impact.com's errors mean for us.</summary>
internal static class ImpactErrors
{
    /// <summary>The network's name in messages.</summary>
    public const string Partner = "impact.com";

    /// <summary>Reads an error answer, in any of the shapes that its endpoints use.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var plain = Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        var error = PartnerJson.TryRead<ErrorAnswer>(answer.Body);
        if ((error?.Message ?? error?.LowerMessage ?? error?.Title) is { } message)
        {
            var fields = error?.Errors is { Count: > 0 } list ? " " + string.Join("; ", list.Select(field => $"{field.Field}: {field.Message}")) : string.Empty;
            plain = plain with { Message = Failures.Shorten(message + fields) };
        }

        return (int)answer.Status switch
        {
            401 => plain with { Remedy = "Enter account SID and auth token again, as impact.com shows them under Settings, Technical, API." },
            403 => plain with { Remedy = "The account or its token may not use this part of the API: give the token that scope at impact.com, or make a new one." },
            _ => plain,
        };
    }
}
