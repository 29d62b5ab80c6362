using System.Text.Json;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>Calls of the Creators API: token, headers, errors.</summary>
internal sealed class AmazonClient(PartnerTransport transport, AmazonTokens tokens)
{
    private static readonly Uri LiveAddress = new("https://creatorsapi.amazon/");

    /// <summary>Posts a request and reads the answer.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">Such as <c>catalog/v1/searchItems</c>.</param>
    /// <param name="body">The wire request.</param>
    /// <param name="isPatient">Whether nobody waits for it in front of a screen.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PartnerResult<TAnswer>> PostAsync<TRequest, TAnswer>(
        ConnectionContext connection,
        string path,
        TRequest body,
        bool isPatient,
        CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        if (AmazonVersion.Of(connection) is not { } version)
        {
            return Failures.Setting(AmazonSettings.Version, "Choose the credential's version: 2.1, 2.2, 2.3, 3.1, 3.2 or 3.3.");
        }

        if (connection[AmazonSettings.CredentialId].Length == 0 || connection[AmazonSettings.CredentialSecret].Length == 0)
        {
            return Failures.Setting(AmazonSettings.CredentialId, "Enter credential ID and secret of the Amazon connection.");
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(body, PartnerJson.Options);
        for (var attempt = 1; ; attempt++)
        {
            var token = await tokens.GetAsync(version, connection, cancellationToken);
            if (!token.Succeeded)
            {
                return token.Failure;
            }

            using var request = Request(connection, version, path, json, isPatient, token.Value);
            var sent = await transport.SendAsync(request, connection, cancellationToken);
            if (!sent.Succeeded)
            {
                return sent.Failure;
            }

            if (AmazonErrors.IsTokenRefused(sent.Value))
            {
                tokens.Drop(version, connection, token.Value);
                if (attempt == 1)
                {
                    continue;
                }
            }

            if (!sent.Value.IsSuccess)
            {
                return transport.Failed(AmazonErrors.FromAnswer(sent.Value));
            }

            var read = PartnerJson.Read<TAnswer>(AmazonErrors.Partner, sent.Value.Body);
            return read.Succeeded ? read.Value ?? new TAnswer() : transport.Failed(read.Failure);
        }
    }

    /// <summary>
    /// Fetches a file from a pre-signed address. The address is its own permission: no token is sent, and only Amazon's storage hosts are asked.
    /// </summary>
    public async Task<PartnerResult<byte[]>> FetchFileAsync(ConnectionContext connection, string? address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return transport.Failed(Failures.Malformed(AmazonErrors.Partner, "a report without an address"));
        }

        using var request = PartnerCall.Create(HttpMethod.Get, uri, connection, isRead: true, isPatient: true);
        var sent = await transport.SendAsync(request, connection, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        return sent.Value.IsSuccess ? sent.Value.Body : transport.Failed(Failures.FromStatus(AmazonErrors.Partner, sent.Value));
    }

    private static HttpRequestMessage Request(ConnectionContext connection, AmazonVersion version, string path, byte[] json, bool isPatient, AmazonToken token)
    {
        // All operations of the API are POST, and all that we call only read.
        var address = new Uri(connection.SandboxAddress ?? LiveAddress, path);
        var request = PartnerCall.Create(HttpMethod.Post, address, connection, isRead: true, isPatient, connection[AmazonSettings.CredentialId]);

        // "Bearer x, Version 2.1" is not a well-formed value in the framework's eyes, but it is what the API wants.
        request.Headers.TryAddWithoutValidation("Authorization", version.Authorization(token.Value));
        request.Headers.TryAddWithoutValidation("x-marketplace", AmazonMarketplace.Of(connection).Host);
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        return request;
    }
}
