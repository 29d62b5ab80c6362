using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>What people see of the sandbox's TikTok: accounts, videos with their comments, the player alone, and what an account's owner can do.</summary>
internal static class TikTokPages
{
    private static readonly string Stylesheet = EmbeddedText.Read("TikTok.tiktok.css");

    public static void Map(RouteGroupBuilder tiktok)
    {
        tiktok.MapGet("/tiktok.css", () => Results.Text(Stylesheet, "text/css; charset=utf-8"));
        tiktok.MapGet("", () => new RazorComponentResult<AccountsPage>());
        tiktok.MapGet("/@{name}", Account);
        tiktok.MapGet("/@{name}/video/{id}", Video);
        tiktok.MapPost("/@{name}/video/{id}/delete", DeleteVideo);
        tiktok.MapPost("/@{name}/video/{id}/comments/{comment}/delete", DeleteCommentAsync);
        tiktok.MapPost("/@{name}/access/remove", RemoveAccessAsync);
        tiktok.MapGet("/player/v1/{id}", Player);
        tiktok.MapGet("/covers/{id}.svg", Cover);
    }

    private static RazorComponentResult Account(string name, TikTokWorld world, TikTokTokens tokens) => TikTokWorld.User(name) is { } user
        ? new RazorComponentResult<AccountPage>(new { User = user, Videos = world.VideosOf(user), world.Now, HasAccess = tokens.HasAccess(user) })
        : Gone();

    private static RazorComponentResult Video(string name, string id, TikTokWorld world) => Find(name, id, world) is var (user, video)
        ? new RazorComponentResult<VideoPage>(new { User = user, Video = video, world.Now, Comments = world.CommentsOf(id) })
        : Gone();

    private static IResult DeleteVideo(string name, string id, TikTokWorld world)
    {
        if (Find(name, id, world) is not var (user, _))
        {
            return Gone();
        }

        world.DeleteVideo(id);
        return Results.LocalRedirect(TikTokRoutes.Account(user));
    }

    private static async Task<IResult> DeleteCommentAsync(string name, string id, string comment, TikTokWorld world, TikTokNotices notices, CancellationToken cancellationToken)
    {
        if (Find(name, id, world) is not var (user, video))
        {
            return Gone();
        }

        if (world.CommentsOf(id).Any(candidate => candidate.Id == comment) && world.DeleteComment(comment) is { } deleted)
        {
            await notices.CommentDeletedAsync(user, deleted, cancellationToken);
        }

        return Results.LocalRedirect(TikTokRoutes.Video(user, video));
    }

    private static async Task<IResult> RemoveAccessAsync(string name, TikTokTokens tokens, TikTokNotices notices, CancellationToken cancellationToken)
    {
        if (TikTokWorld.User(name) is not { } user)
        {
            return Gone();
        }

        tokens.RevokeAllOf(user);
        await notices.AccessRemovedAsync(user, cancellationToken);
        return Results.LocalRedirect(TikTokRoutes.Account(user));
    }

    private static IResult Cover(HttpContext context, string id, TikTokWorld world)
    {
        var expires = long.TryParse(context.Request.Query["x-expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        if (world.Video(id) is not { } video || expires < new DateTimeOffset(world.Now).ToUnixTimeSeconds())
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=300";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(TikTokPicture.Draw(video, isMoving: false), "image/svg+xml; charset=utf-8");
    }

    // Only our own pages may frame it; it has no scripts and loads nothing.
    private static IResult Player(HttpContext context, string id, TikTokWorld world)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        var video = world.Video(id);
        var inside = video is null
            ? "<p class=\"gone\">This video is not available any more.</p>"
            : TikTokPicture.Draw(video, isMoving: true)
                + $"<div class=\"words\"><strong>@{WebUtility.HtmlEncode(video.Owner)}</strong><p>{WebUtility.HtmlEncode(video.Caption)}</p></div>";
        return Results.Text(
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sandbox player</title>
            <style>
              html, body { margin: 0; height: 100%; overflow: hidden; background: #101014; color: #fff; font: 14px/1.4 system-ui, sans-serif; }
              svg { position: absolute; inset: 0; width: 100%; height: 100%; }
              .words { position: absolute; inset: auto 0 0; padding: 48px 16px 16px; background: linear-gradient(transparent, rgb(0 0 0 / 72%)); overflow-wrap: anywhere; }
              .words p { margin: 4px 0 0; } .gone { display: grid; place-items: center; height: 100%; margin: 0; padding: 16px; text-align: center; }
              @media (prefers-reduced-motion: no-preference) {
                .sun { animation: sun 9s ease-in-out infinite alternate; } .hill { animation: hill 12s linear infinite; } .hill-1 { animation-duration: 8s; } .hill-2 { animation-duration: 5s; }
                @keyframes sun { to { transform: translateY(34px); } } @keyframes hill { to { transform: translateX(90px); } }
              }
            </style></head>
            <body>{{inside}}</body></html>
            """,
            "text/html; charset=utf-8");
    }

    private static (TikTokUser User, TikTokVideo Video)? Find(string name, string id, TikTokWorld world) =>
        TikTokWorld.User(name) is { } user && world.Video(id) is { } video && video.Owner == user.Name ? (user, video) : null;

    private static RazorComponentResult<GonePage> Gone() => new() { StatusCode = StatusCodes.Status404NotFound };
}
