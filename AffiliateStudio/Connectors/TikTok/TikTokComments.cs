using System.Globalization;
using System.Text.Json;
using AffiliateStudio.Connectors.TikTok.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>The program for businesses, Accounts API: comments under one's own videos.</summary>
internal sealed class TikTokComments(PartnerTransport transport) : ICommentChannel
{
    private const string Base = "open_api/v1.3/";

    private const int PageSize = 30;

    /// <inheritdoc />
    public PartnerKey Platform => PartnerKey.TikTok;

    /// <inheritdoc />
    public int MaxLength => 150;

    /// <inheritdoc />
    public bool IsOffered(ConnectionContext connection) =>
        connection[TikTokSettings.BusinessAppId].Length > 0 && connection[TikTokSettings.BusinessSecret].Length > 0 && connection[TikTokSettings.BusinessAuthorizeUrl].Length > 0;

    /// <inheritdoc />
    public PartnerResult<string> AuthorizeAddress(ConnectionContext connection, PlatformSignInRequest request)
    {
        // The portal gives the whole address, scopes included; where to come back and the state are ours.
        var given = connection[TikTokSettings.BusinessAuthorizeUrl].Trim();
        var isSandbox = connection.SandboxAddress is not null && given.StartsWith("/sandbox/tiktok/", StringComparison.Ordinal);
        var isTikTok = Uri.TryCreate(given, UriKind.Absolute, out var address) && address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
            && (address.IdnHost == "tiktok.com" || address.IdnHost.EndsWith(".tiktok.com", StringComparison.Ordinal));
        if (!isSandbox && !isTikTok)
        {
            return Failures.Setting(TikTokSettings.BusinessAuthorizeUrl, "Enter the account holder authorization URL as TikTok's portal shows it, on a host of tiktok.com.");
        }

        var parts = given.Split('?', 2);
        var kept = (parts.Length > 1 ? parts[1] : string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(member => !member.StartsWith("state=", StringComparison.Ordinal) && !member.StartsWith("redirect_uri=", StringComparison.Ordinal));
        return parts[0] + "?" + string.Join('&', [.. kept, "redirect_uri=" + Uri.EscapeDataString(request.RedirectUri), "state=" + Uri.EscapeDataString(request.State)]);
    }

    /// <inheritdoc />
    public Task<PartnerResult<PlatformGrant>> ExchangeAsync(ConnectionContext connection, PlatformSignInRequest request, string code, CancellationToken cancellationToken) =>
        TokenAsync(connection, "token", Credentials(connection) with { GrantType = "authorization_code", AuthCode = code, RedirectUri = request.RedirectUri }, null, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<PlatformGrant>> RefreshAsync(ConnectionContext connection, string refreshToken, CancellationToken cancellationToken) =>
        TokenAsync(connection, "refresh_token", Credentials(connection) with { GrantType = "refresh_token", RefreshToken = refreshToken }, refreshToken, cancellationToken);

    /// <inheritdoc />
    public async Task<PartnerResult<bool>> RevokeAsync(ConnectionContext connection, string accessToken, CancellationToken cancellationToken)
    {
        using var request = Request(connection, HttpMethod.Post, "tt_user/oauth2/revoke/", isRead: false, Credentials(connection) with { AccessToken = accessToken });
        var answer = await SendAsync<TokenAnswer>(request, connection, cancellationToken);
        return answer.Succeeded ? true : answer.Failure;
    }

    /// <inheritdoc />
    public async Task<PartnerResult<ChannelCommentPage>> ListAsync(PlatformAccess access, string video, long cursor, CancellationToken cancellationToken)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"business/comment/list/?business_id={Uri.EscapeDataString(access.OpenId)}&video_id={Uri.EscapeDataString(video)}&status=ALL&sort_field=create_time&sort_order=desc&cursor={cursor}&max_count={PageSize}");
        using var request = Request(access.Connection, HttpMethod.Get, query, isRead: true, access: access);
        var answer = await SendAsync<CommentsData>(request, access.Connection, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        var comments = (answer.Value.Comments ?? []).OfType<CommentWire>().Where(comment => comment.CommentId is { Length: > 0 }).DistinctBy(comment => comment.CommentId).Select(Comment);
        return new ChannelCommentPage([.. comments], answer.Value.Cursor ?? 0, answer.Value.HasMore == true);
    }

    /// <inheritdoc />
    public Task<PartnerResult<string>> CreateAsync(PlatformAccess access, string video, string text, CancellationToken cancellationToken) =>
        WriteAsync(access, "business/comment/create/", new CommentRequest { BusinessId = access.OpenId, VideoId = video, Text = text }, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<string>> ReplyAsync(PlatformAccess access, string video, string comment, string text, CancellationToken cancellationToken) =>
        WriteAsync(access, "business/comment/reply/create/", new CommentRequest { BusinessId = access.OpenId, VideoId = video, CommentId = comment, Text = text }, cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<bool>> PinAsync(PlatformAccess access, string video, string comment, bool isPinned, CancellationToken cancellationToken) =>
        ActAsync(access, "business/comment/pin/", video, comment, isPinned ? "PIN" : "UNPIN", cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<bool>> HideAsync(PlatformAccess access, string video, string comment, bool isHidden, CancellationToken cancellationToken) =>
        ActAsync(access, "business/comment/hide/", video, comment, isHidden ? "HIDE" : "UNHIDE", cancellationToken);

    /// <inheritdoc />
    public Task<PartnerResult<bool>> DeleteAsync(PlatformAccess access, string video, string comment, CancellationToken cancellationToken) =>
        ActAsync(access, "business/comment/delete/", video, comment, null, cancellationToken);

    private static ChannelComment Comment(CommentWire comment) => new(
        comment.CommentId!,
        comment.Text ?? string.Empty,
        comment.Pinned == true,
        comment.Status == "HIDDEN",
        comment.Owner == true,
        comment.DisplayName ?? comment.Username ?? string.Empty,
        UnixTime.Seconds(comment.CreateTime));

    private static BusinessTokenRequest Credentials(ConnectionContext connection) => new()
    {
        ClientId = connection[TikTokSettings.BusinessAppId].Trim(),
        ClientSecret = connection[TikTokSettings.BusinessSecret].Trim(),
    };

    private async Task<PartnerResult<PlatformGrant>> TokenAsync(ConnectionContext connection, string resource, BusinessTokenRequest body, string? keptRefreshToken, CancellationToken cancellationToken)
    {
        using var request = Request(connection, HttpMethod.Post, $"tt_user/oauth2/{resource}/", isRead: false, body);
        var answer = await SendAsync<TokenAnswer>(request, connection, cancellationToken);
        if (!answer.Succeeded)
        {
            // A code or refresh token that is refused helps nobody later: the person has to allow it again.
            return answer.Failure.Kind == PartnerFailureKind.InvalidRequest
                ? answer.Failure with { Kind = PartnerFailureKind.Unauthorized, Remedy = "Allow comments once more on the videos page." }
                : answer.Failure;
        }

        var grant = TikTokGrants.Of(answer.Value, keptRefreshToken);
        return grant.Succeeded ? grant : transport.Failed(grant.Failure);
    }

    private async Task<PartnerResult<string>> WriteAsync(PlatformAccess access, string resource, CommentRequest body, CancellationToken cancellationToken)
    {
        // A comment that is written twice is spam: never repeated by itself.
        using var request = Request(access.Connection, HttpMethod.Post, resource, isRead: false, body, access);
        var answer = await SendAsync<CommentWire>(request, access.Connection, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        return answer.Value.CommentId is { Length: > 0 } id ? id : transport.Failed(Failures.Malformed(TikTokErrors.Partner, "a new comment without an id"));
    }

    private async Task<PartnerResult<bool>> ActAsync(PlatformAccess access, string resource, string video, string comment, string? action, CancellationToken cancellationToken)
    {
        // Pinning, hiding and deleting twice ends as once does, so a lost answer may be asked for again.
        var body = new CommentRequest { BusinessId = access.OpenId, VideoId = video, CommentId = comment, Action = action };
        using var request = Request(access.Connection, HttpMethod.Post, resource, isRead: true, body, access);
        var answer = await SendAsync<CommentWire>(request, access.Connection, cancellationToken);
        return answer.Succeeded ? true : answer.Failure;
    }

    private static HttpRequestMessage Request(ConnectionContext connection, HttpMethod method, string path, bool isRead, object? body = null, PlatformAccess? access = null)
    {
        // The rate is counted for each account and address.
        var account = access is null ? null : $"{access.OpenId} {path.Split('?')[0]}";
        var request = PartnerCall.Create(method, TikTokPlaces.ForBusiness(connection, Base + path), connection, isRead, account: account);
        request.Headers.Accept.ParseAdd("application/json");
        if (access is not null)
        {
            request.Headers.TryAddWithoutValidation("Access-Token", access.Token);
        }

        request.Content = body is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), PartnerJson.Options)) { Headers = { ContentType = new("application/json") } };
        return request;
    }

    private async Task<PartnerResult<T>> SendAsync<T>(HttpRequestMessage request, ConnectionContext connection, CancellationToken cancellationToken)
        where T : class, new()
    {
        var sent = await transport.SendAsync(request, connection, cancellationToken);
        if (!sent.Succeeded)
        {
            return sent.Failure;
        }

        var told = PartnerJson.Read<BusinessAnswer<T>>(TikTokErrors.Partner, sent.Value.Body);
        if (!told.Succeeded)
        {
            return transport.Failed(sent.Value.IsSuccess ? told.Failure : Failures.FromStatus(TikTokErrors.Partner, sent.Value) with { RetryAfter = sent.Value.RetryAfter });
        }

        return sent.Value.IsSuccess && told.Value is { Code: 0 } ? told.Value.Data ?? new T() : transport.Failed(TikTokErrors.FromBusiness(sent.Value, told.Value?.Code, told.Value?.Message));
    }
}
