using System.Globalization;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>What XAP's errors mean for us: the service's own list, and the gateway's one line.</summary>
internal static class XapErrors
{
    /// <summary>The partner's name in messages.</summary>
    public const string Partner = "Expedia";

    /// <summary>The words mean several places.</summary>
    public const string Ambiguous = "AMBIGUOUS_LOCATION";

    /// <summary>Nothing fits.</summary>
    public const string NothingFound = "NO_RESULTS_FOUND";

    /// <summary>The words are no place.</summary>
    public const string UnknownPlace = "INVALID_LOCATION";

    /// <summary>Reads an error answer.</summary>
    public static PartnerFailure FromAnswer(PartnerAnswer answer)
    {
        var plain = Failures.FromStatus(Partner, answer) with { RetryAfter = answer.RetryAfter };
        var problem = PartnerJson.TryRead<XapProblem>(answer.Body);
        var status = (int)answer.Status;
        if (problem?.Errors is [{ Code: { Length: > 0 } code } first, ..])
        {
            return plain with
            {
                Code = Failures.Shorten(string.Create(CultureInfo.InvariantCulture, $"{status} {code}")),
                Message = Failures.Shorten(first.Description ?? code),
                Remedy = status == 400 ? "Expedia does not accept this search: change place, dates or guests." : plain.Remedy,
            };
        }

        var message = problem?.Message is { Length: > 0 } said ? Failures.Shorten(said) : plain.Message;
        return status switch
        {
            401 => plain with { Message = message, Remedy = "Check XAP API key and password of the Expedia connection." },
            403 => plain with { Kind = PartnerFailureKind.NotEligible, Message = message, Remedy = "The XAP key may not use this service: ask your Expedia account manager to allow hotel and activity search." },
            404 => plain with { Kind = PartnerFailureKind.InvalidRequest, Message = message, Remedy = "Expedia's gateway knows no such service: ask your account manager whether the XAP contract has changed." },
            _ => plain with { Message = message },
        };
    }
}
