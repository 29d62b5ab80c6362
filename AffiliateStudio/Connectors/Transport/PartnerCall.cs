using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>What the transport has to know about a request.</summary>
internal static class PartnerCall
{
    /// <summary>Set when the request only reads, so that repeating it does no harm. Nothing else is ever repeated.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsRead = new("AffiliateStudio.IsRead");

    /// <summary>Set when nobody waits in front of a screen.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsPatient = new("AffiliateStudio.IsPatient");

    /// <summary>Set when the request goes to this server's sandbox.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsSandbox = new("AffiliateStudio.IsSandbox");

    /// <summary>The account whose quota the call counts against; not set when there is none, as for a pre-signed address.</summary>
    public static readonly HttpRequestOptionsKey<string> Account = new("AffiliateStudio.Account");

    /// <summary>Makes a request to an address that belongs to the connection.</summary>
    /// <param name="method">The method. It does not tell whether the request only reads: some partners search by POST.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="isRead">Whether it only reads and may be repeated.</param>
    /// <param name="isPatient">Whether nobody waits in front of a screen.</param>
    /// <param name="account">The account whose quota it counts against, if any.</param>
    public static HttpRequestMessage Create(HttpMethod method, Uri address, ConnectionContext connection, bool isRead, bool isPatient = false, string? account = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Options.Set(IsRead, isRead);
        request.Options.Set(IsPatient, isPatient);
        request.Options.Set(IsSandbox, connection.SandboxAddress is not null);
        if (account is not null)
        {
            request.Options.Set(Account, $"{connection.Kind} {account}");
        }

        return request;
    }

    /// <summary>The value of an option, false when it is not set.</summary>
    public static bool Is(this HttpRequestMessage request, HttpRequestOptionsKey<bool> option) => request.Options.TryGetValue(option, out var value) && value;
}
