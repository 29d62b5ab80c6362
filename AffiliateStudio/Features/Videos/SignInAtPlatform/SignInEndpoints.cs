using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Security;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Videos.SignInAtPlatform;

/// <summary>
/// The way to TikTok and back. The ticket travels in a cookie that no script can read, for these addresses only, and is used once. The way out is a link, not a form: a
/// form's policy would forbid going on to TikTok's host.
/// </summary>
internal static class SignInEndpoints
{
    private const string CookieName = "studio-tiktok-sign-in";

    private const string CookiePath = "/Account/TikTok";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(VideosRoutes.TikTokConnect, ConnectAsync).RequireAuthorization(AccountsPolicies.Creator);
        routes.MapGet(VideosRoutes.TikTokCallback, ReturnAsync).RequireAuthorization(AccountsPolicies.Creator);
    }

    private static async Task<IResult> ConnectAsync(HttpContext context, string? program, BeginSignIn begin, IOptions<StudioOptions> studio, CancellationToken cancellationToken)
    {
        var asked = Enum.TryParse<PlatformProgram>(program, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : PlatformProgram.Videos;
        var departure = await begin.RunAsync(new BeginSignIn.Command(CurrentActor.From(context.User), asked, RedirectUri(context, studio.Value)), cancellationToken);
        if (!departure.Succeeded)
        {
            return Results.LocalRedirect(VideosRoutes.AfterSignIn(departure.Error.Code));
        }

        context.Response.Cookies.Append(CookieName, departure.Value.Ticket, Options(context));
        return Results.Redirect(departure.Value.Address);
    }

    private static async Task<IResult> ReturnAsync(HttpContext context, FinishSignIn finish, SignInTickets tickets, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var ticket = tickets.Open(context.Request.Cookies[CookieName]);
        context.Response.Cookies.Delete(CookieName, Options(context));

        // The address was decoded once by reading it. The program for businesses calls the code auth_code.
        var code = query["code"].ToString() is { Length: > 0 } given ? given : query["auth_code"].ToString();
        var result = await finish.RunAsync(new FinishSignIn.Command(CurrentActor.From(context.User), ticket, query["state"], code, query["error"]), cancellationToken);
        return Results.LocalRedirect(VideosRoutes.AfterSignIn(
            !result.Succeeded ? result.Error.Code : ticket?.Program == PlatformProgram.Comments ? "comments" : "connected"));
    }

    // The address that is registered at TikTok: the public one when it is set, else the one that the person came to.
    private static string RedirectUri(HttpContext context, StudioOptions studio) =>
        new Uri(new Uri(studio.PublicUrl is { Length: > 0 } url ? url : $"{context.Request.Scheme}://{context.Request.Host}"), VideosRoutes.TikTokCallback).AbsoluteUri;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = CookiePath,
        MaxAge = SignInTickets.Lifetime,
        IsEssential = true,
    };
}
