using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AffiliateStudio.Connectors.Amazon.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// Tokens by credential: kept until 30 seconds before they expire, fetched once however many calls need one at the same time. A caller that gives up does not stop the
/// fetch for the others.
/// </summary>
internal sealed class AmazonTokens(PartnerTransport transport, TimeProvider clock)
{
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AmazonToken> _tokens = [];
    private readonly Dictionary<string, Task<PartnerResult<AmazonToken>>> _flights = [];

    /// <summary>A token that is good for now.</summary>
    public async Task<PartnerResult<AmazonToken>> GetAsync(AmazonVersion version, ConnectionContext connection, CancellationToken cancellationToken)
    {
        var key = KeyOf(version, connection);
        Task<PartnerResult<AmazonToken>>? flight;
        lock (_gate)
        {
            if (_tokens.TryGetValue(key, out var token) && clock.GetUtcNow() < token.ExpiresAt - RefreshBefore)
            {
                return token;
            }

            if (!_flights.TryGetValue(key, out flight) || flight.IsCompleted)
            {
                _flights[key] = flight = FetchAsync(key, version, connection);
            }
        }

        return await flight.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a token that the partner refused; a newer one that somebody fetched meanwhile stays.</summary>
    public void Drop(AmazonVersion version, ConnectionContext connection, AmazonToken refused)
    {
        var key = KeyOf(version, connection);
        lock (_gate)
        {
            if (_tokens.TryGetValue(key, out var kept) && kept.Value == refused.Value)
            {
                _tokens.Remove(key);
            }
        }
    }

    private async Task<PartnerResult<AmazonToken>> FetchAsync(string key, AmazonVersion version, ConnectionContext connection)
    {
        // Leaves the caller's lock before anything is sent.
        await Task.Yield();

        // A token that is given twice does no harm. The endpoint counts on its own: its waits are not those of the API.
        using var request = PartnerCall.Create(
            HttpMethod.Post, version.AddressFor(connection), connection, isRead: true, account: $"token {version.Name} {connection[AmazonSettings.CredentialId]}");
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = Body(version, connection);
        var asked = clock.GetUtcNow();
        var sent = await transport.SendAsync(request, connection, CancellationToken.None);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        if (!sent.Value.IsSuccess)
        {
            return transport.Failed(AmazonErrors.FromTokenAnswer(sent.Value));
        }

        var read = PartnerJson.Read<TokenAnswer>(AmazonErrors.Partner, sent.Value.Body);
        if (!read.Succeeded)
        {
            return transport.Failed(read.Failure);
        }

        if (string.IsNullOrWhiteSpace(read.Value?.AccessToken) || read.Value.AccessToken.AsSpan().ContainsAnyInRange('\0', ' '))
        {
            return transport.Failed(Failures.Malformed(AmazonErrors.Partner, "a token answer without a token"));
        }

        // 3600 seconds when the partner does not say, as its SDK assumes.
        var token = new AmazonToken(read.Value.AccessToken, asked.AddSeconds(Math.Clamp(read.Value.ExpiresIn ?? 3600, 0, 86_400)));
        lock (_gate)
        {
            if (_tokens.Count >= 16)
            {
                _tokens.Clear();
            }

            _tokens[key] = token;
            _flights.Remove(key);
        }

        return token;
    }

    private static HttpContent Body(AmazonVersion version, ConnectionContext connection)
    {
        var id = connection[AmazonSettings.CredentialId].Trim();
        var secret = connection[AmazonSettings.CredentialSecret].Trim();
        if (version.IsForm)
        {
            return new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", id),
                new("client_secret", secret),
                new("scope", version.Scope),
            ]);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(
            new TokenRequest { GrantType = "client_credentials", ClientId = id, ClientSecret = secret, Scope = version.Scope }, PartnerJson.Options);
        return new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
    }

    // The secret takes part as a digest: entering a new one must not find the old one's token.
    private static string KeyOf(AmazonVersion version, ConnectionContext connection)
    {
        var secret = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(connection[AmazonSettings.CredentialSecret])));
        return $"{connection.SandboxAddress}|{version.Name}|{connection[AmazonSettings.CredentialId]}|{secret}";
    }
}
