using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Calls of XAP: key, password, transaction id, the media type of each service, errors.</summary>
internal sealed class XapClient(PartnerTransport transport)
{
    /// <summary>The media type of hotel search.</summary>
    public const string Hotels = "application/vnd.exp-hotel.v3+json";

    /// <summary>The media type of activity search.</summary>
    public const string Activities = "application/vnd.exp-activity.v3+json";

    private static readonly Uri LiveAddress = new("https://apim.expedia.com/");

    /// <summary>Gets and reads an answer. A place of several and a search without hits come as answers with <see cref="XapAnswer.Errors"/>.</summary>
    public async Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(
        ConnectionContext connection,
        string resource,
        string mediaType,
        IEnumerable<KeyValuePair<string, string?>> query,
        CancellationToken cancellationToken)
        where TAnswer : XapAnswer, new()
    {
        var (key, password) = (connection[ExpediaSettings.XapKey].Trim(), connection[ExpediaSettings.XapPassword].Trim());
        if (key.Length == 0 || password.Length == 0 || !IsHeader(key))
        {
            return Failures.Setting(ExpediaSettings.XapKey, "Enter XAP API key and password: without them Expedia cannot be searched. Pasted Expedia links work without.");
        }

        var members = query.Where(member => !string.IsNullOrEmpty(member.Value)).Select(member => $"{member.Key}={Uri.EscapeDataString(member.Value!)}");
        var address = new Uri(connection.SandboxAddress ?? LiveAddress, $"{resource}?{string.Join('&', members)}");
        using var request = PartnerCall.Create(HttpMethod.Get, address, connection, isRead: true, account: key);
        request.Headers.Accept.ParseAdd(mediaType);
        request.Headers.TryAddWithoutValidation("Key", key);
        request.Headers.TryAddWithoutValidation("Partner-Transaction-Id", "studio" + RandomNumberGenerator.GetHexString(24, lowercase: true));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{password}")));
        var sent = await transport.SendAsync(request, connection, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        if (!sent.Value.IsSuccess)
        {
            return (int)sent.Value.Status is 400 or 409 && PartnerJson.TryRead<TAnswer>(sent.Value.Body) is { Errors: [{ Code: var code }, ..] } told
                && code is XapErrors.Ambiguous or XapErrors.NothingFound or XapErrors.UnknownPlace
                    ? told
                    : transport.Failed(XapErrors.FromAnswer(sent.Value));
        }

        var read = PartnerJson.Read<TAnswer>(XapErrors.Partner, sent.Value.Body);
        return read.Succeeded ? read.Value ?? new TAnswer() : transport.Failed(read.Failure);
    }

    private static bool IsHeader(string text) => text.All(character => character is > ' ' and < '\x7f');
}
