using System.Net;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>Failures that look the same with every partner.</summary>
internal static class Failures
{
    private const int LongestMessage = 300;

    /// <summary>A partner's words, on one line and not too long.</summary>
    public static string Shorten(string? text)
    {
        var line = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }

    /// <summary>What a status means when the body says nothing that we know.</summary>
    public static PartnerFailure FromStatus(string partner, PartnerAnswer answer)
    {
        var status = (int)answer.Status;
        var code = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var message = LooksLikeMarkup(answer.Body) ? "a web page instead of data" : Shorten(Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, 2000))));
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => new(PartnerFailureKind.Unauthorized, code, message, $"Check the credentials of the {partner} connection."),
            HttpStatusCode.Forbidden => new(PartnerFailureKind.Unauthorized, code, message, $"Ask {partner} whether this account may use the API."),
            HttpStatusCode.NotFound => new(PartnerFailureKind.NotFound, code, message, "Nothing to do: it is not there any more."),
            HttpStatusCode.TooManyRequests => new(PartnerFailureKind.Throttled, code, message, "It goes on by itself; lower the pace if this comes often."),
            _ when status >= 500 => new(PartnerFailureKind.Unavailable, code, message, $"Nothing to do: {partner} has a problem of its own. We try again."),
            _ when status >= 400 => new(PartnerFailureKind.InvalidRequest, code, message, $"{partner} does not accept this request; check the settings of the connection."),
            _ => new(PartnerFailureKind.MalformedAnswer, code, message, $"Nothing to do: {partner} answered in an unexpected way. We try again."),
        };
    }

    /// <summary>An answer that is not what the protocol says.</summary>
    public static PartnerFailure Malformed(string partner, string what) =>
        new(PartnerFailureKind.MalformedAnswer, "malformed answer", Shorten(what), $"Nothing to do: {partner} answered in an unexpected way. We try again.");

    /// <summary>A setting that is missing or unusable.</summary>
    public static PartnerFailure Setting(string name, string remedy) => new(PartnerFailureKind.Unauthorized, $"setting {name}", "The connection is not complete.", remedy);

    /// <summary>Whether a body is HTML or XML.</summary>
    public static bool LooksLikeMarkup(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return start >= 0 && body[start] == (byte)'<';
    }
}
