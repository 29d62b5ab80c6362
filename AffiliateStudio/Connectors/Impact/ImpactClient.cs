using System.Net.Http.Headers;
using System.Text;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>Calls of impact.com's Mediapartners API: Basic authentication, version, paging addresses, rate limit headers.</summary>
internal sealed class ImpactClient(PartnerTransport transport)
{
    private static readonly Uri LiveAddress = new("https://api.impact.com/");

    /// <summary>The address of a resource of the account, such as <c>Actions?CampaignId=1</c>.</summary>
    public static Uri Address(ConnectionContext connection, ImpactAccount account, string resource) =>
        new(Root(connection), $"Mediapartners/{Uri.EscapeDataString(account.AccountSid)}/{resource}");

    /// <summary>
    /// The address that a paging member names. It is absolute on the host and holds the account already; the sandbox's own prefix is put back when it is not in it.
    /// Null when it leads elsewhere.
    /// </summary>
    public static Uri? Follow(ConnectionContext connection, string pageUri)
    {
        var root = Root(connection);
        if (pageUri.StartsWith("/Mediapartners/", StringComparison.Ordinal))
        {
            return new Uri(root, pageUri[1..]);
        }

        return Uri.TryCreate(root, pageUri, out var address)
            && Uri.Compare(address, root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
                ? address
                : null;
    }

    /// <summary>Gets and reads an answer; a literal <c>null</c> body is an empty one.</summary>
    public async Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(ConnectionContext connection, ImpactAccount account, Uri address, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        if (account.AccountSid.Length == 0 || account.AuthToken.Length == 0)
        {
            return Failures.Setting("impactAccountSid", "Enter account SID and auth token of impact.com: without them orders cannot be read.");
        }

        using var request = PartnerCall.Create(HttpMethod.Get, address, connection, isRead: true, isPatient: true, account.AccountSid);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}")));
        request.Headers.TryAddWithoutValidation("IR-Version", "16");
        var sent = await transport.SendAsync(request, connection, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        if (!sent.Value.IsSuccess)
        {
            return transport.Failed(ImpactErrors.FromAnswer(sent.Value));
        }

        var read = PartnerJson.Read<TAnswer>(ImpactErrors.Partner, sent.Value.Body);
        return read.Succeeded ? read.Value ?? new TAnswer() : transport.Failed(read.Failure);
    }

    /// <summary>Notes that an answer, or several together, are not what the protocol says.</summary>
    public PartnerFailure Malformed(string what) => transport.Failed(Failures.Malformed(ImpactErrors.Partner, what));

    private static Uri Root(ConnectionContext connection) => connection.SandboxAddress is { } sandbox ? new Uri(sandbox, "/sandbox/impact/") : LiveAddress;
}
