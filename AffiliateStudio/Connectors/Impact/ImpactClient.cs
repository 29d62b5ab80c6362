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
    public Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(ConnectionContext connection, ImpactAccount account, Uri address, CancellationToken cancellationToken, bool isPatient = true)
        where TAnswer : class, new() =>
        SendAsync<TAnswer>(HttpMethod.Get, connection, account, address, isPatient, cancellationToken);

    /// <summary>Posts a resource whose parameters stand in its query, as the network wants them. It is not repeated.</summary>
    public Task<PartnerResult<TAnswer>> PostAsync<TAnswer>(ConnectionContext connection, ImpactAccount account, Uri address, CancellationToken cancellationToken)
        where TAnswer : class, new() =>
        SendAsync<TAnswer>(HttpMethod.Post, connection, account, address, isPatient: false, cancellationToken);

    /// <summary>Sends a request as the account and gives what comes back, whatever its status is.</summary>
    public async Task<PartnerResult<PartnerAnswer>> SendAsync(HttpMethod method, ConnectionContext connection, ImpactAccount account, Uri address, bool isPatient, CancellationToken cancellationToken)
    {
        if (account.AccountSid.Length == 0 || account.AuthToken.Length == 0)
        {
            return Failures.Setting("impactAccountSid", "Enter account SID and auth token of impact.com: without them nothing can be asked there.");
        }

        // The catalogs have an hourly limit of their own.
        var quota = address.AbsolutePath.Contains("/Catalogs", StringComparison.Ordinal) ? account.AccountSid + " catalogs" : account.AccountSid;
        using var request = PartnerCall.Create(method, address, connection, isRead: method == HttpMethod.Get, isPatient, quota);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}")));
        request.Headers.TryAddWithoutValidation("IR-Version", "16");
        return await transport.SendAsync(request, connection, cancellationToken);
    }

    /// <summary>Notes a failure that an answer's body told.</summary>
    public PartnerFailure Failed(PartnerFailure failure) => transport.Failed(failure);

    /// <summary>Notes that an answer, or several together, are not what the protocol says.</summary>
    public PartnerFailure Malformed(string what) => transport.Failed(Failures.Malformed(ImpactErrors.Partner, what));

    private async Task<PartnerResult<TAnswer>> SendAsync<TAnswer>(
        HttpMethod method, ConnectionContext connection, ImpactAccount account, Uri address, bool isPatient, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        var sent = await SendAsync(method, connection, account, address, isPatient, cancellationToken);
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

    private static Uri Root(ConnectionContext connection) => connection.SandboxAddress is { } sandbox ? new Uri(sandbox, "/sandbox/impact/") : LiveAddress;
}
