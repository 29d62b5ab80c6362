using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace AffiliateStudio.Features.Videos.DeleteComment;

/// <summary>Takes a comment away by a plain form, and leads back to the video.</summary>
internal static class DeleteCommentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/watch/{video:guid}/comments/{comment:guid}/delete", HandleAsync).RequireAuthorization();

    private static async Task<IResult> HandleAsync(
        Guid video, Guid comment, HttpContext context, IAntiforgery antiforgery, DeleteComment delete, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // Gone already is as good as done: the page that comes next shows how things are.
        await delete.RunAsync(new DeleteComment.Command(CurrentActor.From(context.User), new CommentId(comment)), cancellationToken);
        return Results.LocalRedirect(VideosRoutes.Watch(new VideoId(video)) + "#comments");
    }
}
