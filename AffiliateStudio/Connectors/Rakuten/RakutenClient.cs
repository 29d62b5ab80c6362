using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Calls of Rakuten's APIs: token, one more try with a fresh one, errors. Product search has a pace of its own.</summary>
internal sealed class RakutenClient(PartnerTransport search, PartnerTransport others, RakutenTokens tokens)
{
    private const string SearchPath = "productsearch/1.0";

    /// <summary>Searches; the answer is XML, whatever it says.</summary>
    public Task<PartnerResult<byte[]>> SearchAsync(ConnectionContext connection, string query, CancellationToken cancellationToken) =>
        SendAsync(search, connection, HttpMethod.Get, $"{SearchPath}?{query}", null, isPatient: false, cancellationToken);

    /// <summary>Gets a body.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">Path and query below the host.</param>
    /// <param name="isPatient">Whether nobody waits in front of a screen.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<PartnerResult<byte[]>> GetAsync(ConnectionContext connection, string path, bool isPatient, CancellationToken cancellationToken) =>
        SendAsync(others, connection, HttpMethod.Get, path, null, isPatient, cancellationToken);

    /// <summary>Gets and reads JSON.</summary>
    public async Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(ConnectionContext connection, string path, bool isPatient, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        var body = await GetAsync(connection, path, isPatient, cancellationToken);
        return body.Succeeded ? Read<TAnswer>(body.Value) : body.Failure;
    }

    /// <summary>Posts and reads JSON. Nothing that we post changes anything, so it is repeated like a read.</summary>
    public async Task<PartnerResult<TAnswer>> PostAsync<TRequest, TAnswer>(ConnectionContext connection, string path, TRequest request, CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        var body = await SendAsync(others, connection, HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(request, PartnerJson.Options), isPatient: false, cancellationToken);
        return body.Succeeded ? Read<TAnswer>(body.Value) : body.Failure;
    }

    /// <summary>Notes a failure that a search's body told.</summary>
    public PartnerFailure SearchFailed(PartnerFailure failure) => search.Failed(failure);

    /// <summary>Notes a failure that another API's body told.</summary>
    public PartnerFailure Failed(PartnerFailure failure) => others.Failed(failure);

    private PartnerResult<TAnswer> Read<TAnswer>(byte[] body)
        where TAnswer : class, new()
    {
        var read = PartnerJson.Read<TAnswer>(RakutenErrors.Partner, body);
        return read.Succeeded ? read.Value ?? new TAnswer() : others.Failed(read.Failure);
    }

    private async Task<PartnerResult<byte[]>> SendAsync(
        PartnerTransport transport, ConnectionContext connection, HttpMethod method, string path, byte[]? json, bool isPatient, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var token = await tokens.GetAsync(connection, cancellationToken);
            if (!token.Succeeded)
            {
                return token.Failure;
            }

            using var request = PartnerCall.Create(
                method, new Uri(RakutenTokens.Root(connection), path), connection, isRead: true, isPatient, connection[RakutenSettings.Sid].Trim());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value.Value);
            if (json is not null)
            {
                request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
            }

            var sent = await transport.SendAsync(request, connection, cancellationToken);
            if (!sent.Succeeded)
            {
                return sent.Failure;
            }

            if (sent.Value.Status == HttpStatusCode.Unauthorized)
            {
                tokens.Drop(connection, token.Value);
                if (attempt == 1)
                {
                    continue;
                }
            }

            return sent.Value.IsSuccess ? sent.Value.Body : transport.Failed(RakutenErrors.FromAnswer(sent.Value));
        }
    }
}
