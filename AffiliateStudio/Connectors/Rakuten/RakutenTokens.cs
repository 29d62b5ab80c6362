using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Tokens by site id: renewed five minutes before they expire, fetched once however many calls need one at the same time, because a new token may end the former one. A token
/// is renewed with its refresh token; when that is refused, a new one is asked for.
/// </summary>
internal sealed class RakutenTokens(PartnerTransport transport, TimeProvider clock)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly Uri LiveAddress = new("https://api.linksynergy.com/");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RakutenToken> _tokens = [];
    private readonly Dictionary<string, Task<PartnerResult<RakutenToken>>> _flights = [];

    /// <summary>The address that a connection's calls begin with.</summary>
    public static Uri Root(ConnectionContext connection) => connection.SandboxAddress ?? LiveAddress;

    /// <summary>A token that is good for now.</summary>
    public async Task<PartnerResult<RakutenToken>> GetAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        if (connection[RakutenSettings.ClientId].Trim().Length == 0 || connection[RakutenSettings.ClientSecret].Trim().Length == 0)
        {
            return Failures.Setting(RakutenSettings.ClientId, "Enter client ID and secret of the Rakuten connection.");
        }

        if (connection[RakutenSettings.Sid].Trim() is not { Length: > 0 } sid || !sid.All(char.IsAsciiDigit))
        {
            return Failures.Setting(RakutenSettings.Sid, "Enter the site ID (SID) of the Rakuten connection: digits only.");
        }

        var key = KeyOf(connection);
        RakutenToken? token;
        Task<PartnerResult<RakutenToken>>? flight;
        lock (_gate)
        {
            if (_tokens.TryGetValue(key, out token) && clock.GetUtcNow() < token.ExpiresAt - RenewBefore)
            {
                return token;
            }

            if (!_flights.TryGetValue(key, out flight) || flight.IsCompleted)
            {
                _flights[key] = flight = FetchAsync(key, token?.Refresh, connection);
            }
        }

        var fetched = await flight.WaitAsync(cancellationToken);

        // The old one serves on while the partner cannot give a new one.
        return !fetched.Succeeded && fetched.Failure.IsTransient && token is not null && clock.GetUtcNow() < token.ExpiresAt ? token : fetched;
    }

    /// <summary>Forgets a token that the partner refused; a newer one that somebody fetched meanwhile stays.</summary>
    public void Drop(ConnectionContext connection, RakutenToken refused)
    {
        var key = KeyOf(connection);
        lock (_gate)
        {
            if (_tokens.TryGetValue(key, out var kept) && kept.Value == refused.Value)
            {
                _tokens.Remove(key);
            }
        }
    }

    private async Task<PartnerResult<RakutenToken>> FetchAsync(string key, string? refresh, ConnectionContext connection)
    {
        // Leaves the caller's lock before anything is sent.
        await Task.Yield();
        var asked = await AskAsync(connection, refresh);
        if (refresh is not null && !asked.Succeeded && !asked.Failure.IsTransient)
        {
            asked = await AskAsync(connection, null);
        }

        lock (_gate)
        {
            _flights.Remove(key);
            if (asked.Succeeded)
            {
                if (_tokens.Count >= 16)
                {
                    _tokens.Clear();
                }

                _tokens[key] = asked.Value;
            }
        }

        return asked;
    }

    private async Task<PartnerResult<RakutenToken>> AskAsync(ConnectionContext connection, string? refresh)
    {
        var sid = connection[RakutenSettings.Sid].Trim();
        using var request = PartnerCall.Create(HttpMethod.Post, new Uri(Root(connection), "token"), connection, isRead: true, account: "token " + sid);
        request.Headers.Accept.ParseAdd("application/json");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{connection[RakutenSettings.ClientId].Trim()}:{connection[RakutenSettings.ClientSecret].Trim()}"));
        var scheme = connection[RakutenSettings.AuthScheme].Trim() is { Length: > 0 } word && word.All(char.IsAsciiLetter) ? word : RakutenSettings.DefaultAuthScheme;
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, encoded);
        request.Content = new FormUrlEncodedContent(refresh is null
            ? [new KeyValuePair<string, string>("scope", sid)]
            : [new KeyValuePair<string, string>("refresh_token", refresh), new KeyValuePair<string, string>("scope", sid)]);
        var begun = clock.GetUtcNow();
        var sent = await transport.SendAsync(request, connection, CancellationToken.None);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        if (!sent.Value.IsSuccess)
        {
            return transport.Failed(RakutenErrors.FromTokenAnswer(sent.Value));
        }

        var read = PartnerJson.Read<TokenAnswer>(RakutenErrors.Partner, sent.Value.Body);
        if (!read.Succeeded)
        {
            return transport.Failed(read.Failure);
        }

        if (string.IsNullOrWhiteSpace(read.Value?.AccessToken) || read.Value.AccessToken.AsSpan().ContainsAnyInRange('\0', ' '))
        {
            return transport.Failed(Failures.Malformed(RakutenErrors.Partner, "a token answer without a token"));
        }

        // An hour is usual when the partner does not say.
        return new RakutenToken(
            read.Value.AccessToken,
            string.IsNullOrWhiteSpace(read.Value.RefreshToken) ? null : read.Value.RefreshToken,
            begun.AddSeconds(Math.Clamp(read.Value.ExpiresIn ?? 3_600, 0, 86_400)));
    }

    // The secret takes part as a digest: entering a new one must not find the old one's token.
    private static string KeyOf(ConnectionContext connection)
    {
        var secret = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(connection[RakutenSettings.ClientSecret])));
        return $"{connection.SandboxAddress}|{connection[RakutenSettings.Sid].Trim()}|{connection[RakutenSettings.AuthScheme]}|{connection[RakutenSettings.ClientId]}|{secret}";
    }
}
