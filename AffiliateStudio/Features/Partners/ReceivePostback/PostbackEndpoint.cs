using AffiliateStudio.Features.Partners.Model;
using Microsoft.AspNetCore.Http.Features;

namespace AffiliateStudio.Features.Partners.ReceivePostback;

/// <summary>
/// Where partners call. The answer never says more than a sender has to know, and nothing that is sent is kept, logged or believed: it is a reason to read the partner's own record.
/// </summary>
internal sealed class PostbackEndpoint(PostbackHooks hooks, PostbackPace pace, PostbackReads reads)
{
    private static readonly string[] Methods = ["GET", "POST"];

    /// <summary>Maps it. It takes two segments, so that an address of one stays free for others.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods(PartnersRoutes.HookPattern, Methods, (HttpContext context, string partner, string token, PostbackEndpoint endpoint) => endpoint.AnswerAsync(context, partner, token))
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new Microsoft.AspNetCore.Mvc.SkipStatusCodePagesAttribute());

    private async Task AnswerAsync(HttpContext context, string partner, string token)
    {
        var (status, text) = await TakeAsync(context, new PartnerKey(partner), token);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "60";
        }

        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private async Task<(int Status, string Text)> TakeAsync(HttpContext context, PartnerKey partner, string token)
    {
        var style = PostbackStyles.Of(partner);
        var found = style is not null && token.Length == PostbackToken.Length ? await hooks.FindAsync(partner, context.RequestAborted) : null;
        if (!PostbackToken.Opens(found?.Hook, token) || style is not { } known)
        {
            return pace.TakeUnknown() ? (StatusCodes.Status404NotFound, "There is no such address.") : TooMany;
        }

        if (!found!.Value.Sources.Allow(context.Connection.RemoteIpAddress))
        {
            return (StatusCodes.Status403Forbidden, "This address takes no calls from where you are.");
        }

        if (!pace.Take(partner))
        {
            return TooMany;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PostbackBody.Largest;
        }

        var (body, refusal) = await PostbackBody.ReadAsync(context.Request, context.RequestAborted);
        if (refusal is { } refused)
        {
            return (refused, "The body is too large, too slow or broken.");
        }

        if (!PostbackReading.NamesAnOrder(known, context.Request.QueryString.Value ?? string.Empty, body))
        {
            return (StatusCodes.Status400BadRequest, "No order is named in it. Send the id that the template of the connectors page has.");
        }

        reads.Note(partner);
        return (StatusCodes.Status200OK, "Received.");
    }

    private static (int Status, string Text) TooMany => (StatusCodes.Status429TooManyRequests, "Too many calls. Try again in a minute.");
}
