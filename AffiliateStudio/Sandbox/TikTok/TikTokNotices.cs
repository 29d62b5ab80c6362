using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Tells our app what happened, as TikTok does: signed, to the address that is registered for it. What cannot be delivered is dropped.</summary>
internal sealed class TikTokNotices(TikTokWorld world, OwnAddress address) : IDisposable
{
    private const string Receiver = "/hooks/tiktok";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>A person took our access away.</summary>
    public Task AccessRemovedAsync(TikTokUser user, CancellationToken cancellationToken) =>
        SendAsync("authorization.removed", user.OpenId, new JsonObject { ["reason"] = 1 }, world.App.ClientSecret, cancellationToken);

    /// <summary>A comment was deleted at TikTok.</summary>
    public Task CommentDeletedAsync(TikTokUser owner, TikTokComment comment, CancellationToken cancellationToken)
    {
        var content = new JsonObject
        {
            ["comment_id"] = comment.Id,
            ["video_id"] = comment.Video,
            ["parent_comment_id"] = comment.Parent,
            ["comment_type"] = comment.Parent is null ? "comment" : "reply",
            ["comment_action"] = "delete",
            ["timestamp"] = new DateTimeOffset(world.Now).ToUnixTimeSeconds(),
            ["unique_identifier"] = "+" + comment.Writer,
            ["text"] = comment.Text,
        };
        return SendAsync("comment.update", owner.BusinessId, content, world.App.BusinessSecret, cancellationToken);
    }

    /// <summary>The signature over a body.</summary>
    public static string Sign(string secret, long time, string body)
    {
        var text = time.ToString(CultureInfo.InvariantCulture);
        return $"t={text},s={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{text}.{body}")))}";
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task SendAsync(string occurrence, string openId, JsonObject content, string secret, CancellationToken cancellationToken)
    {
        var now = new DateTimeOffset(world.Now).ToUnixTimeSeconds();
        var body = new JsonObject
        {
            ["client_key"] = world.App.ClientKey,
            ["event"] = occurrence,
            ["create_time"] = now,
            ["user_openid"] = openId,
            ["content"] = content.ToJsonString(),
        }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Listening, Receiver));
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("TikTok-Signature", Sign(secret, now, body));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // TikTok would try again for days; here the product finds out when it looks itself.
        }
    }
}
