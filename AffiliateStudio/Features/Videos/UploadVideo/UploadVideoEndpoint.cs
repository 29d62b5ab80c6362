using System.Text;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AffiliateStudio.Features.Videos.UploadVideo;

/// <summary>
/// Takes a video over plain HTTP, a piece at a time, so that neither memory nor a circuit carries it. The parts come in this order: <c>caption</c>, <c>poster</c> (may be
/// left out), <c>file</c>. The antiforgery token comes as a header, because nothing may be read before it is checked.
/// </summary>
internal static class UploadVideoEndpoint
{
    // What may come beside the file: the caption, the poster, and the multipart framing.
    private const long FramingAllowance = VideosOptions.MaxPosterBytes + (1024 * 1024);

    private const int LongestCaptionPart = 64 * 1024;

    // The script reads the answers, also 401: a page in their place would only hide them.
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(VideosRoutes.Upload, HandleAsync)
        .RequireAuthorization(AccountsPolicies.Creator)
        .WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> HandleAsync(HttpContext context, UploadVideo upload, IAntiforgery antiforgery, IOptions<VideosOptions> options)
    {
        var limit = options.Value.MaxUploadBytes + FramingAllowance;
        if (!await IsFromOurPageAsync(context, antiforgery))
        {
            return Refuse(context, new Error("videos.stale-page", "This page is too old to send from. Copy your caption, load the page again and send once more."));
        }

        if (context.Request.ContentLength > limit)
        {
            return Refuse(context, VideoErrors.TooLarge(options.Value.MaxUploadMegabytes));
        }

        // Our own count cuts off with a message; the server's stays a little above it as the last guard.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit + FramingAllowance;
        }

        if (BoundaryOf(context.Request) is not { } boundary)
        {
            return Refuse(context, VideoErrors.FileMissing);
        }

        try
        {
            var result = await ReadAsync(context, new MultipartReader(boundary, context.Request.Body), upload);
            return result.Succeeded ? Created(result.Value) : Refuse(context, result.Error);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(context, VideoErrors.TooLarge(options.Value.MaxUploadMegabytes));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectionResetException or BadHttpRequestException or IOException or InvalidDataException)
        {
            // The person cancelled, the line broke, or the body was no multipart at all. The temporary file is gone already.
            return Refuse(context, VideoErrors.Incomplete);
        }
    }

    private static async Task<Result<VideoId>> ReadAsync(HttpContext context, MultipartReader reader, UploadVideo upload)
    {
        var cancellation = context.RequestAborted;
        var caption = string.Empty;
        MemoryStream? poster = null;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;
            switch (name)
            {
                case "caption":
                    caption = Encoding.UTF8.GetString((await BufferAsync(section.Body, LongestCaptionPart, cancellation)).ToArray());
                    break;
                case "poster":
                    poster = await BufferAsync(section.Body, VideosOptions.MaxPosterBytes, cancellation);
                    break;
                case "file":
                    return await upload.RunAsync(
                        new UploadVideo.Command(CurrentActor.From(context.User), caption, section.Body, poster is { Length: > 0 } ? poster : null), cancellation);
            }
        }

        return VideoErrors.FileMissing;
    }

    // One byte more than allowed is kept, so that whoever checks the length sees that it was too much.
    private static async Task<MemoryStream> BufferAsync(Stream part, long limit, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await part.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer, 0, (int)long.Min(read, limit + 1 - kept.Length));
        }

        kept.Position = 0;
        return kept;
    }

    private static async Task<bool> IsFromOurPageAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (context.Request.Headers["RequestVerificationToken"].Count == 0)
        {
            return false;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.Value
            : null;

    private static IResult Created(VideoId video) => Results.Created(VideosRoutes.Details(video), new { id = video.Value, url = VideosRoutes.Details(video) });

    private static IResult Refuse(HttpContext context, Error error)
    {
        // What is still on the wire is not worth reading: a browser that goes on sending two gigabytes is cut off.
        context.Response.Headers.Connection = "close";
        var status = error.Code switch
        {
            "videos.too-large" => StatusCodes.Status413PayloadTooLarge,
            "videos.not-a-video" or "videos.quicktime" or "videos.nothing-to-play" => StatusCodes.Status415UnsupportedMediaType,
            "videos.too-many-uploads" => StatusCodes.Status429TooManyRequests,
            "videos.no-space" => StatusCodes.Status507InsufficientStorage,
            _ => StatusCodes.Status400BadRequest,
        };
        return Results.Json(new { code = error.Code, message = error.Message, field = error.Field }, statusCode: status);
    }
}
