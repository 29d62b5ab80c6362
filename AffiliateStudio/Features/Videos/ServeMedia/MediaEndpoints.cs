using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AffiliateStudio.Features.Videos.ServeMedia;

/// <summary>Gives out the files of videos that are not deleted. A file never changes under its address, so a range of it can be kept by the browser.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private const string NeutralPicture =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 16"><path fill="#2a2a33" d="M0 0h9v16H0z"/><path fill="#8a8a99" d="M3.5 6.2v3.6L6.4 8z"/></svg>""";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(VideosRoutes.MediaPattern, Methods, ServeVideoAsync).AllowAnonymous().WithMetadata(new SkipStatusCodePagesAttribute());
        routes.MapMethods(VideosRoutes.PosterPattern, Methods, ServePosterAsync).AllowAnonymous().WithMetadata(new SkipStatusCodePagesAttribute());
    }

    private static async Task<IResult> ServeVideoAsync(Guid id, HttpContext context, IDbContextFactory<StudioDb> databases, VideoFiles files, CancellationToken cancellationToken)
    {
        var video = await FindAsync(databases, new VideoId(id), cancellationToken);
        return video is not { FileName.Length: > 0 } ? Results.NotFound() : Serve(context, files.PathOf(video.FileName), video.MediaType, video, "public, max-age=3600");
    }

    private static async Task<IResult> ServePosterAsync(
        Guid id, HttpContext context, IDbContextFactory<StudioDb> databases, VideoFiles files, TimeProvider clock, CancellationToken cancellationToken)
    {
        var video = await FindAsync(databases, new VideoId(id), cancellationToken);
        return video?.PosterFileName is { } poster
            ? Serve(context, files.PathOf(poster), PosterContent.MediaTypeOf(poster), video, "public, max-age=86400")
            : video?.CoverUrl is not { } cover ? Results.NotFound()
            : video.PlatformReadAt + Video.CoverLifetime > clock.UtcNow() ? Forward(context, cover)
            : Neutral(context);
    }

    // The platform's address is not good any more, and the next is fetched within the half hour: a plain picture keeps the place, where a missing one would be an error.
    private static IResult Neutral(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(NeutralPicture, "image/svg+xml; charset=utf-8");
    }

    // A platform's picture has another address every few hours, so nobody may keep this one for long.
    private static IResult Forward(HttpContext context, string cover)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Redirect(cover);
    }

    private static async Task<Video?> FindAsync(IDbContextFactory<StudioDb> databases, VideoId id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Video>().AsNoTracking().FirstOrDefaultAsync(video => video.Id == id && video.DeletedAt == null, cancellationToken);
    }

    private static IResult Serve(HttpContext context, string path, string mediaType, Video video, string cacheControl)
    {
        if (!File.Exists(path))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = cacheControl;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(
            path, mediaType, lastModified: new DateTimeOffset(video.CreatedAt), entityTag: new EntityTagHeaderValue($"\"{video.Id.Value:N}\""), enableRangeProcessing: true);
    }
}
