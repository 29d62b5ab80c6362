using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>The Accounts API's comments. Whatever goes wrong comes with status 200 and a code.</summary>
internal sealed class TikTokCommentEndpoints(TikTokWorld world, TikTokTokens tokens, TimeProvider clock)
{
    /// <summary>The longest comment.</summary>
    public const int MaxLength = 150;

    private const int CallsPerMinute = 40;

    private readonly ConcurrentDictionary<string, CallWindow> _windows = new(StringComparer.Ordinal);

    public void Map(RouteGroupBuilder tiktok)
    {
        var comments = tiktok.MapGroup("/open_api/v1.3/business/comment");
        comments.MapGet("/list/", List);
        comments.MapPost("/create/", (HttpContext context, CancellationToken _) => WriteAsync(context, isReply: false));
        comments.MapPost("/reply/create/", (HttpContext context, CancellationToken _) => WriteAsync(context, isReply: true));
        comments.MapPost("/pin/", (HttpContext context, CancellationToken _) => ActAsync(context, Pin));
        comments.MapPost("/hide/", (HttpContext context, CancellationToken _) => ActAsync(context, Hide));
        comments.MapPost("/delete/", (HttpContext context, CancellationToken _) => ActAsync(context, Delete));
    }

    private IResult List(HttpContext context)
    {
        var query = context.Request.Query;
        if (Refusal(context, query["business_id"], query["video_id"], out var user) is { } refusal)
        {
            return refusal;
        }

        var from = int.TryParse(query["cursor"], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var most = int.TryParse(query["max_count"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20;
        if (most is < 1 or > 30)
        {
            return TikTokErrors.Business(40002, "max_count: Must be between 1 and 30.");
        }

        var all = world.CommentsOf(query["video_id"]!).Where(comment => comment.Parent is null && (query["status"] != "PUBLIC" || !comment.IsHidden)).ToList();
        var page = all.Skip(from).Take(most).ToList();
        return TikTokErrors.Business(0, "OK", new JsonObject
        {
            ["comments"] = new JsonArray([.. page.Select(comment => (JsonNode)Comment(comment, user!))]),
            ["cursor"] = from + page.Count,
            ["has_more"] = all.Count > from + page.Count,
        });
    }

    private async Task<IResult> WriteAsync(HttpContext context, bool isReply) => Write(context, await JsonBody.ReadAsync(context.Request) ?? [], isReply);

    private IResult Write(HttpContext context, JsonObject body, bool isReply)
    {
        if (Refusal(context, Text(body, "business_id"), Text(body, "video_id"), out var user) is { } refusal)
        {
            return refusal;
        }

        var text = Text(body, "text");
        var parent = Text(body, "comment_id");
        if (string.IsNullOrWhiteSpace(text))
        {
            return TikTokErrors.Business(40002, "text: Missing data for required field.");
        }

        if (text.Length > MaxLength)
        {
            return TikTokErrors.Business(40002, $"text: Longer than maximum length {MaxLength}.");
        }

        var video = Text(body, "video_id")!;
        if (isReply && !world.CommentsOf(video).Any(comment => comment.Id == parent))
        {
            return TikTokErrors.Business(40007, "comment_id: The comment does not exist.");
        }

        return TikTokErrors.Business(0, "OK", Comment(Add(user!, video, isReply ? parent : null, text), user!));
    }

    // What the owner has said in the same words before is taken for spam: it is kept, and nobody sees it. No error tells.
    private TikTokComment Add(TikTokUser user, string video, string? parent, string text) => world.Change(state =>
    {
        var comment = new TikTokComment
        {
            Id = state.NextComment++.ToString(CultureInfo.InvariantCulture),
            Video = video,
            Parent = parent,
            Writer = user.Name,
            WriterName = user.DisplayName,
            Text = text,
            CreatedAt = world.Now,
            IsHidden = state.Comments.Exists(other => other.Video == video && other.Writer == user.Name && other.Text == text),
        };
        state.Comments.Add(comment);
        return comment;
    });

    private async Task<IResult> ActAsync(HttpContext context, Func<JsonObject, TikTokUser, TikTokComment, IResult> act)
    {
        var body = await JsonBody.ReadAsync(context.Request) ?? [];
        if (Refusal(context, Text(body, "business_id"), Text(body, "video_id"), out var user) is { } refusal)
        {
            return refusal;
        }

        var comment = world.CommentsOf(Text(body, "video_id")!).FirstOrDefault(candidate => candidate.Id == Text(body, "comment_id"));
        return comment is null ? TikTokErrors.Business(40007, "comment_id: The comment does not exist.") : act(body, user!, comment);
    }

    // One comment is pinned at a time; pinning another one lets the first go.
    private IResult Pin(JsonObject body, TikTokUser user, TikTokComment comment)
    {
        var action = Text(body, "action");
        if (action is not ("PIN" or "UNPIN"))
        {
            return TikTokErrors.Business(40002, "action: Must be PIN or UNPIN.");
        }

        if (action == "PIN" && (comment.IsHidden || comment.Parent is not null))
        {
            return TikTokErrors.Business(40002, "comment_id: Only a visible top-level comment can be pinned.");
        }

        return Replace(comment.Video, other => other.Id == comment.Id ? other with { IsPinned = action == "PIN" } : action == "PIN" ? other with { IsPinned = false } : other);
    }

    private IResult Hide(JsonObject body, TikTokUser user, TikTokComment comment) => Text(body, "action") is "HIDE" or "UNHIDE"
        ? Replace(comment.Video, other => other.Id == comment.Id ? other with { IsHidden = Text(body, "action") == "HIDE" } : other)
        : TikTokErrors.Business(40002, "action: Must be HIDE or UNHIDE.");

    private IResult Delete(JsonObject body, TikTokUser user, TikTokComment comment)
    {
        if (comment.Writer != user.Name)
        {
            return TikTokErrors.Business(40001, "comment_id: Only own comments can be deleted; hide it instead.");
        }

        world.DeleteComment(comment.Id);
        return TikTokErrors.Business(0, "OK");
    }

    private IResult Replace(string video, Func<TikTokComment, TikTokComment> change)
    {
        world.Change(state =>
        {
            for (var index = 0; index < state.Comments.Count; index++)
            {
                state.Comments[index] = state.Comments[index].Video == video ? change(state.Comments[index]) : state.Comments[index];
            }

            return true;
        });
        return TikTokErrors.Business(0, "OK");
    }

    private IResult? Refusal(HttpContext context, string? businessId, string? videoId, out TikTokUser? user)
    {
        user = null;
        var access = context.Request.Headers["Access-Token"].ToString();
        if (access.Length == 0)
        {
            return TikTokErrors.Business(40104, "Access token is empty.");
        }

        if (tokens.Find(true, access) is not { } token)
        {
            return TikTokErrors.Business(40105, "Access token is incorrect or has been revoked.");
        }

        user = TikTokWorld.User(token.User)!;
        if (businessId != user.BusinessId || !token.Allows(HttpMethods.IsGet(context.Request.Method) ? "comment.list" : "comment.list.manage"))
        {
            return TikTokErrors.Business(40001, "The account has not allowed this.");
        }

        if (string.IsNullOrEmpty(videoId))
        {
            return TikTokErrors.Business(40002, "video_id: Missing data for required field.");
        }

        if (world.Video(videoId) is not { } video || video.Owner != user.Name)
        {
            return TikTokErrors.Business(40007, "video_id: The video does not exist or belongs to somebody else.");
        }

        var window = _windows.GetOrAdd($"{user.Name} {context.Request.Path}", _ => new CallWindow(clock, CallsPerMinute, TimeSpan.FromMinutes(1)));
        return window.Take().Allowed ? null : TikTokErrors.Business(40100, "Request too frequent.");
    }

    private static JsonObject Comment(TikTokComment comment, TikTokUser owner) => new()
    {
        ["comment_id"] = comment.Id,
        ["video_id"] = comment.Video,
        ["user_id"] = comment.Writer,
        ["unique_identifier"] = "+" + comment.Writer,
        ["create_time"] = new DateTimeOffset(comment.CreatedAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["text"] = comment.Text,
        ["likes"] = 0,
        ["replies"] = 0,
        ["owner"] = comment.Writer == owner.Name,
        ["liked"] = false,
        ["pinned"] = comment.IsPinned,
        ["status"] = comment.IsHidden ? "HIDDEN" : "PUBLIC",
        ["username"] = comment.Writer,
        ["display_name"] = comment.WriterName,
    };

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
