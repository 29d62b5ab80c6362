using Microsoft.AspNetCore.Mvc;

namespace AffiliateStudio.Features.Videos.ReceiveNotice;

/// <summary>Where TikTok posts its notices. The signature is over the bytes as they came, so they are read before anything else looks at them.</summary>
internal static class NoticeEndpoint
{
    private const int LongestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(VideosRoutes.TikTokNotices, HandleAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> HandleAsync(HttpContext context, ReceiveNotice receive, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LongestBody)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        var taken = await receive.RunAsync(new ReceiveNotice.Command(context.Request.Headers["TikTok-Signature"], body.ToArray()), cancellationToken);
        return taken ? Results.Ok() : Results.Unauthorized();
    }
}
