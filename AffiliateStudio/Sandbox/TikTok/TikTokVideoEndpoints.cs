using System.Globalization;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>The Display API: profile, list and query. The fields stand in the address, also of a POST, and asking for one that was not allowed fails the call.</summary>
internal static class TikTokVideoEndpoints
{
    private static readonly TimeSpan CoverLifetime = TimeSpan.FromHours(6);

    private static readonly string[] ProfileFields = ["bio_description", "profile_deep_link", "profile_web_link", "is_verified", "username"];

    private static readonly string[] VideoFields =
    [
        "id", "create_time", "cover_image_url", "share_url", "video_description", "duration", "height", "width", "title", "embed_html", "embed_link",
        "like_count", "comment_count", "share_count", "view_count",
    ];

    public static void Map(RouteGroupBuilder tiktok)
    {
        tiktok.MapGet("/v2/user/info/", UserInfo);
        tiktok.MapPost("/v2/video/list/", ListAsync);
        tiktok.MapPost("/v2/video/query/", QueryAsync);
    }

    private static IResult UserInfo(HttpContext context, TikTokTokens tokens)
    {
        var fields = FieldsOf(context);
        if (Refusal(context, tokens, "user.info.basic", out var token) is { } refusal)
        {
            return refusal;
        }

        if (fields.Intersect(ProfileFields).Any() && !token!.Allows("user.info.profile"))
        {
            return TikTokErrors.Display("scope_not_authorized", "The user did not authorize the scope required for completing this request.", StatusCodes.Status401Unauthorized);
        }

        var user = TikTokWorld.User(token!.User)!;
        var all = new JsonObject
        {
            ["open_id"] = user.OpenId,
            ["union_id"] = user.OpenId + "-union",
            ["display_name"] = user.DisplayName,
            ["username"] = user.Name,
            ["bio_description"] = user.Bio,
            ["is_verified"] = false,
        };
        return TikTokErrors.Ok(new JsonObject { ["user"] = Only(all, fields) });
    }

    private static async Task<IResult> ListAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world)
    {
        if (Refusal(context, tokens, "video.list", out var token) is { } refusal)
        {
            return refusal;
        }

        var body = await JsonBody.ReadAsync(context.Request) ?? [];
        var most = body["max_count"] is JsonValue count && count.TryGetValue<int>(out var asked) ? asked : 10;
        if (most is < 1 or > 20)
        {
            return TikTokErrors.Display("invalid_params", "max_count must be between 1 and 20.", StatusCodes.Status400BadRequest);
        }

        // The cursor is a time in milliseconds: what was published before it comes next.
        var before = body["cursor"] is JsonValue cursor && cursor.TryGetValue<long>(out var at) && at > 0 ? at : long.MaxValue;
        var left = world.VideosOf(TikTokWorld.User(token!.User)!).Where(video => Milliseconds(video.CreatedAt) < before).ToList();
        var page = left.Take(most).ToList();
        return TikTokErrors.Ok(new JsonObject
        {
            ["videos"] = new JsonArray([.. page.Select(video => (JsonNode)Only(Video(context, world, video), FieldsOf(context)))]),
            ["cursor"] = page.Count > 0 ? Milliseconds(page[^1].CreatedAt) : Milliseconds(world.Now),
            ["has_more"] = left.Count > page.Count,
        });
    }

    private static async Task<IResult> QueryAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world)
    {
        if (Refusal(context, tokens, "video.list", out var token) is { } refusal)
        {
            return refusal;
        }

        var body = await JsonBody.ReadAsync(context.Request) ?? [];
        if ((body["filters"] as JsonObject)?["video_ids"] is not JsonArray { Count: > 0 and <= 20 } ids)
        {
            return TikTokErrors.Display("invalid_params", "video_ids must hold 1 to 20 ids.", StatusCodes.Status400BadRequest);
        }

        var wanted = ids.Select(id => id?.ToString()).ToHashSet();
        var found = world.VideosOf(TikTokWorld.User(token!.User)!).Where(video => wanted.Contains(video.Id));
        return TikTokErrors.Ok(new JsonObject { ["videos"] = new JsonArray([.. found.Select(video => (JsonNode)Only(Video(context, world, video), FieldsOf(context)))]) });
    }

    private static IResult? Refusal(HttpContext context, TikTokTokens tokens, string scope, out TikTokToken? token)
    {
        var header = context.Request.Headers.Authorization.ToString();
        token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? tokens.Find(false, header["Bearer ".Length..]) : null;
        if (token is null)
        {
            return TikTokErrors.Display("access_token_invalid", "The access token is invalid or not found in the request.", StatusCodes.Status401Unauthorized);
        }

        if (!token.Allows(scope))
        {
            return TikTokErrors.Display("scope_not_authorized", "The user did not authorize the scope required for completing this request.", StatusCodes.Status401Unauthorized);
        }

        var fields = FieldsOf(context);
        return fields.Length == 0 || (scope == "video.list" && fields.Except(VideoFields).Any())
            ? TikTokErrors.Display("invalid_params", "fields is required and may name known fields only.", StatusCodes.Status400BadRequest)
            : null;
    }

    private static JsonObject Video(HttpContext context, TikTokWorld world, TikTokVideo video)
    {
        var user = TikTokWorld.User(video.Owner)!;
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var expires = new DateTimeOffset(world.Now + CoverLifetime).ToUnixTimeSeconds();
        var views = video.ViewsAt(world.Now);
        return new JsonObject
        {
            ["id"] = video.Id,
            ["create_time"] = Milliseconds(video.CreatedAt) / 1000,
            ["cover_image_url"] = string.Create(CultureInfo.InvariantCulture, $"{origin}{TikTokRoutes.Cover(video)}?x-expires={expires}"),
            ["share_url"] = origin + TikTokRoutes.Video(user, video),
            ["video_description"] = video.Caption,
            ["title"] = video.Caption,
            ["duration"] = 12,
            ["height"] = 1024,
            ["width"] = 576,
            ["embed_link"] = origin + TikTokRoutes.Player(video),
            ["view_count"] = views,
            ["like_count"] = views / 11,
            ["comment_count"] = world.CommentsOf(video.Id).Count,
            ["share_count"] = views / 170,
        };
    }

    private static JsonObject Only(JsonObject all, string[] fields) =>
        new(all.Where(member => fields.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static string[] FieldsOf(HttpContext context) => context.Request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeMilliseconds();
}
