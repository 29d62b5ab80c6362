using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Calls of Partnerize's API: Basic authentication with the two keys, paging addresses, errors.</summary>
internal sealed class PartnerizeClient(PartnerTransport transport)
{
    private static readonly Uri LiveAddress = new("https://api.partnerize.com/");

    /// <summary>The account's publisher id.</summary>
    public static string PublisherOf(ConnectionContext connection) => connection[ExpediaSettings.PublisherId].Trim();

    /// <summary>The address of a resource.</summary>
    public static Uri Address(ConnectionContext connection, string resource) => new(Root(connection), resource);

    /// <summary>The address that a paging member names: absolute, or from the host's root. Null when it leads elsewhere.</summary>
    public static Uri? Follow(ConnectionContext connection, string page)
    {
        var root = Root(connection);
        if (page.StartsWith('/') && !page.StartsWith("//", StringComparison.Ordinal))
        {
            return new Uri(root, page.StartsWith(root.AbsolutePath, StringComparison.Ordinal) ? page : page[1..]);
        }

        return Uri.TryCreate(page, UriKind.Absolute, out var address)
            && Uri.Compare(address, root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
                ? address
                : null;
    }

    /// <summary>Gets and reads an answer.</summary>
    public async Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(ConnectionContext connection, Uri address, bool isPatient, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        using var request = PartnerCall.Create(HttpMethod.Get, address, connection, isRead: true, isPatient, connection[ExpediaSettings.ApplicationKey].Trim());
        var sent = await SendAsync(request, connection, cancellationToken);
        return sent.Succeeded ? Read<TAnswer>(sent.Value) : sent.Failure;
    }

    /// <summary>Posts a body. What is refused because of what it says is a failure of kind <see cref="PartnerFailureKind.Refused"/>.</summary>
    public async Task<PartnerResult<TAnswer>> PostAsync<TAnswer>(ConnectionContext connection, Uri address, object body, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        using var request = PartnerCall.Create(HttpMethod.Post, address, connection, isRead: false, account: connection[ExpediaSettings.ApplicationKey].Trim());
        request.Content = new StringContent(JsonSerializer.Serialize(body, PartnerJson.Options), Encoding.UTF8, "application/json");
        var sent = await SendAsync(request, connection, cancellationToken);
        return sent.Succeeded ? Read<TAnswer>(sent.Value) : sent.Failure;
    }

    /// <summary>Notes that an answer, or several together, are not what the protocol says.</summary>
    public PartnerFailure Malformed(string what) => transport.Failed(Failures.Malformed(PartnerizeErrors.Partner, what));

    private async Task<PartnerResult<PartnerAnswer>> SendAsync(HttpRequestMessage request, ConnectionContext connection, CancellationToken cancellationToken)
    {
        var (application, user) = (connection[ExpediaSettings.ApplicationKey].Trim(), connection[ExpediaSettings.UserApiKey].Trim());
        if (application.Length == 0 || user.Length == 0 || PublisherOf(connection).Length == 0)
        {
            return Failures.Setting(ExpediaSettings.ApplicationKey, "Enter application key, user API key and publisher ID of Partnerize: without them bookings cannot be read.");
        }

        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{application}:{user}")));
        var sent = await transport.SendAsync(request, connection, cancellationToken);
        if (!sent.Succeeded || sent.Value.IsSuccess)
        {
            return sent;
        }

        var failure = PartnerizeErrors.FromAnswer(sent.Value);
        return PartnerizeErrors.IsRefusal(sent.Value)
            ? failure with { Kind = PartnerFailureKind.Refused, Remedy = "Expedia does not let this page be linked: choose another one." }
            : transport.Failed(failure);
    }

    private PartnerResult<TAnswer> Read<TAnswer>(PartnerAnswer answer)
        where TAnswer : class, new()
    {
        var read = PartnerJson.Read<TAnswer>(PartnerizeErrors.Partner, answer.Body);
        return read.Succeeded ? read.Value ?? new TAnswer() : transport.Failed(read.Failure);
    }

    private static Uri Root(ConnectionContext connection) => connection.SandboxAddress is { } sandbox ? new Uri(sandbox, "/sandbox/partnerize/") : LiveAddress;
}
