using System.Text.Json;
using AffiliateStudio.Connectors.TikTok.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>The developers' program: Login Kit and Display API.</summary>
internal sealed class TikTokVideos(PartnerTransport transport) : IVideoPlatform
{
    private const string Scopes = "user.info.basic,user.info.profile,video.list";

    private const string VideoFields = "id,title,video_description,create_time,cover_image_url,share_url,view_count,like_count,comment_count,share_count";

    private const int PageSize = 20;

    /// <inheritdoc />
    public int MostQueried => 20;

    /// <inheritdoc />
    public PartnerKey Platform => PartnerKey.TikTok;

    /// <inheritdoc />
    public bool IsOffered(ConnectionContext connection) => connection[TikTokSettings.ClientKey].Length > 0 && connection[TikTokSettings.ClientSecret].Length > 0;

    /// <inheritdoc />
    public PartnerResult<string> AuthorizeAddress(ConnectionContext connection, PlatformSignInRequest request)
    {
        (string Name, string Value)[] query =
        [
            ("client_key", connection[TikTokSettings.ClientKey].Trim()),
            ("response_type", "code"),
            ("scope", Scopes),
            ("redirect_uri", request.RedirectUri),
            ("state", request.State),
            ("code_challenge", ProofKey.Challenge(request.Verifier)),
            ("code_challenge_method", "S256"),
        ];
        return TikTokPlaces.Page(connection, "v2/auth/authorize/?" + string.Join('&', query.Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}")));
    }

    /// <inheritdoc />
    public Task<PartnerResult<PlatformGrant>> ExchangeAsync(ConnectionContext connection, PlatformSignInRequest request, string code, CancellationToken cancellationToken) =>
        TokenAsync(connection, [new("code", code), new("grant_type", "authorization_code"), new("redirect_uri", request.RedirectUri), new("code_verifier", request.Verifier)], null, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<PlatformGrant>> RefreshAsync(ConnectionContext connection, string refreshToken, CancellationToken cancellationToken) =>
        TokenAsync(connection, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], refreshToken, cancellationToken);

    /// <inheritdoc />
    public async Task<PartnerResult<bool>> RevokeAsync(ConnectionContext connection, string accessToken, CancellationToken cancellationToken)
    {
        var sent = await PostFormAsync(connection, "v2/oauth/revoke/", [new("token", accessToken)], cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        // Nothing comes back when it went well.
        var told = PartnerJson.TryRead<TokenAnswer>(sent.Value.Body);
        return sent.Value.IsSuccess && told?.Error is not { Length: > 0 } ? true : transport.Failed(TikTokErrors.FromToken(sent.Value, told));
    }

    /// <summary>Asks for a token of the app itself, which proves key and secret and belongs to nobody.</summary>
    public async Task<PartnerResult<bool>> ProveAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var sent = await PostFormAsync(connection, "v2/oauth/token/", [new("grant_type", "client_credentials")], cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        var told = PartnerJson.TryRead<TokenAnswer>(sent.Value.Body);
        return sent.Value.IsSuccess && told is { AccessToken.Length: > 0 } ? true : transport.Failed(TikTokErrors.FromToken(sent.Value, told));
    }

    /// <inheritdoc />
    public async Task<PartnerResult<PlatformProfile>> ReadProfileAsync(PlatformAccess access, CancellationToken cancellationToken)
    {
        using var request = Request(access, HttpMethod.Get, "v2/user/info/?fields=open_id,display_name,username");
        var answer = await SendAsync<UserData>(request, access, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        var user = answer.Value.User;
        return new PlatformProfile(user?.OpenId ?? access.OpenId, user?.Username ?? string.Empty, user?.DisplayName ?? string.Empty);
    }

    /// <inheritdoc />
    public async Task<PartnerResult<PlatformVideoPage>> ListAsync(PlatformAccess access, long? cursor, CancellationToken cancellationToken)
    {
        using var request = Request(access, HttpMethod.Post, "v2/video/list/?fields=" + VideoFields, new VideoListRequest { Cursor = cursor, MaxCount = PageSize });
        var answer = await SendAsync<VideosData>(request, access, cancellationToken);
        return answer.Succeeded ? new PlatformVideoPage(Videos(access, answer.Value), answer.Value.Cursor, answer.Value.HasMore == true) : answer.Failure;
    }

    /// <inheritdoc />
    public async Task<PartnerResult<IReadOnlyList<PlatformVideo>>> QueryAsync(PlatformAccess access, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostQueried);
        var body = new VideoQueryRequest { Filters = new VideoFilters { VideoIds = ids } };
        using var request = Request(access, HttpMethod.Post, "v2/video/query/?fields=" + VideoFields, body);
        var answer = await SendAsync<VideosData>(request, access, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        // Without a list nobody may conclude that the videos are gone.
        return answer.Value.Videos is null
            ? transport.Failed(Failures.Malformed(TikTokErrors.Partner, "a query answer without a list of videos"))
            : new PartnerResult<IReadOnlyList<PlatformVideo>>(Videos(access, answer.Value), null);
    }

    /// <inheritdoc />
    public PartnerResult<PlatformNotice> ReadNotice(ConnectionContext connection, string? signature, ReadOnlyMemory<byte> body, DateTime now) =>
        TikTokNotices.Read(connection, signature, body, now);

    private static List<PlatformVideo> Videos(PlatformAccess access, VideosData data) =>
        [.. (data.Videos ?? []).OfType<VideoWire>().Where(video => video.Id is { Length: > 0 and <= 64 } id && id.All(char.IsAsciiLetterOrDigit)).DistinctBy(video => video.Id).Select(video => Video(access.Connection, video))];

    private static PlatformVideo Video(ConnectionContext connection, VideoWire video) => new()
    {
        Id = video.Id!,
        Caption = video.Description is { Length: > 0 } words ? words : video.Title ?? string.Empty,
        CreatedAt = UnixTime.Seconds(video.CreateTime),
        CoverUrl = TikTokPlaces.Shown(connection, video.CoverImageUrl),
        ShareUrl = TikTokPlaces.Shown(connection, video.ShareUrl),
        PlayerUrl = TikTokPlaces.Page(connection, "player/v1/" + video.Id),
        Views = video.ViewCount,
        Likes = video.LikeCount,
        Comments = video.CommentCount,
        Shares = video.ShareCount,
    };

    private async Task<PartnerResult<PlatformGrant>> TokenAsync(
        ConnectionContext connection, IEnumerable<KeyValuePair<string, string>> fields, string? keptRefreshToken, CancellationToken cancellationToken)
    {
        var sent = await PostFormAsync(connection, "v2/oauth/token/", fields, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        var told = PartnerJson.TryRead<TokenAnswer>(sent.Value.Body);
        if (!sent.Value.IsSuccess || told?.Error is { Length: > 0 })
        {
            return transport.Failed(TikTokErrors.FromToken(sent.Value, told));
        }

        var grant = TikTokGrants.Of(told, keptRefreshToken);
        return grant.Succeeded ? grant : transport.Failed(grant.Failure);
    }

    private async Task<PartnerResult<PartnerAnswer>> PostFormAsync(ConnectionContext connection, string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        if (!IsOffered(connection))
        {
            return Failures.Setting(TikTokSettings.ClientKey, "Enter client key and secret of the TikTok connection.");
        }

        // A code and a refresh token are good for one use: none of these calls is ever repeated.
        using var request = PartnerCall.Create(HttpMethod.Post, TikTokPlaces.Developer(connection, path), connection, isRead: false, account: "sign-in");
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent(fields
            .Prepend(new("client_secret", connection[TikTokSettings.ClientSecret].Trim()))
            .Prepend(new("client_key", connection[TikTokSettings.ClientKey].Trim())));
        return await transport.SendAsync(request, connection, cancellationToken);
    }

    private static HttpRequestMessage Request(PlatformAccess access, HttpMethod method, string path, object? body = null)
    {
        // Lists are asked for by POST, but all of it only reads.
        var request = PartnerCall.Create(method, TikTokPlaces.Developer(access.Connection, path), access.Connection, isRead: true, account: access.OpenId);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + access.Token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = body is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), PartnerJson.Options)) { Headers = { ContentType = new("application/json") } };
        return request;
    }

    private async Task<PartnerResult<T>> SendAsync<T>(HttpRequestMessage request, PlatformAccess access, CancellationToken cancellationToken)
        where T : class
    {
        var sent = await transport.SendAsync(request, access.Connection, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        var told = PartnerJson.Read<DisplayAnswer<T>>(TikTokErrors.Partner, sent.Value.Body);
        if (!told.Succeeded)
        {
            return transport.Failed(sent.Value.IsSuccess ? told.Failure : Failures.FromStatus(TikTokErrors.Partner, sent.Value) with { RetryAfter = sent.Value.RetryAfter });
        }

        return sent.Value.IsSuccess && told.Value is { Data: { } data, Error: null or { Code: "ok" or null } } ? data : transport.Failed(TikTokErrors.FromDisplay(sent.Value, told.Value?.Error));
    }
}
