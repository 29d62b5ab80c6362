using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Clicks.Links;
using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>
/// <c>GET|HEAD /go/{code}</c>: finds the target in memory, says what the request is, makes the click durable, and only then sends the viewer on. The address is the stored
/// one with our sub-id behind it; nothing of the request gets into it. It sets no cookie and asks who is signed in only when a sign-in cookie is there.
/// </summary>
internal sealed class FollowLinkEndpoint(LinkTable links, ClickLog log, VisitorKeys visitors, LinkPages pages, TimeProvider clock)
{
    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "origin";
        var code = (string)context.Request.RouteValues["code"]!;
        if (await links.FindAsync(code, context.RequestAborted) is not { } target)
        {
            await LinkPages.WriteUnknownAsync(context);
            return;
        }

        if (target.Before is null)
        {
            Redirect(context, target.Fallback);
            return;
        }

        var request = RequestClassifier.Classify(context.Request.Method, context.Request.Headers);
        var now = clock.GetUtcNow();
        var kind = request.Kind == ClickKind.Counted && await IsOwnerAsync(context, target) ? ClickKind.Own : request.Kind;
        var visitor = kind == ClickKind.Counted ? await visitors.KeyAsync(context, now.UtcDateTime) : UInt128.Zero;
        var click = new Click(Guid.CreateVersion7(now), target.Pin, now.ToUnixTimeMilliseconds(), kind, RequestClassifier.RuleVersion, visitor, request.Agent)
        {
            IsPrivate = VisitorKeys.AsksForPrivacy(context.Request.Headers),
        };
        await log.AppendAsync(click);
        if (kind == ClickKind.Prefetch)
        {
            // The browser must ask again when the person really taps.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentLength = 0;
        }
        else if (request.WantsPreview)
        {
            await pages.WritePreviewAsync(context, target.Pin);
        }
        else
        {
            Redirect(context, string.Concat(target.Before, new SubId(new LinkCode(code.ToLowerInvariant()), click.Id).ToString(), target.After));
        }
    }

    private static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = address;
        context.Response.ContentLength = 0;
    }

    private static async ValueTask<bool> IsOwnerAsync(HttpContext context, LinkTarget target)
    {
        if (!context.Request.Headers.ContainsKey("Cookie") || !context.Request.Cookies.Keys.Any(name => name.EndsWith(AccountsCookies.Session, StringComparison.Ordinal)))
        {
            return false;
        }

        var signedIn = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return signedIn.Principal is { } principal && CurrentActor.From(principal).UserId == target.Owner;
    }
}
