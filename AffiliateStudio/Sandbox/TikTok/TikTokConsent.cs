using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Where a person at the sandbox's TikTok allows our apps to use an account. The person picks which account they are.</summary>
internal static class TikTokConsent
{
    private static readonly string[] Known = ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "comment.list", "comment.list.manage"];

    public static void Map(RouteGroupBuilder tiktok)
    {
        tiktok.MapGet("/v2/auth/authorize/", (HttpContext context, TikTokWorld world) => Ask(context, world, isBusiness: false));
        tiktok.MapPost("/v2/auth/authorize/", (HttpContext context, TikTokWorld world, TikTokTokens tokens) => AnswerAsync(context, world, tokens, isBusiness: false));
        tiktok.MapGet("/business/authorize", (HttpContext context, TikTokWorld world) => Ask(context, world, isBusiness: true));
        tiktok.MapPost("/business/authorize", (HttpContext context, TikTokWorld world, TikTokTokens tokens) => AnswerAsync(context, world, tokens, isBusiness: true));
    }

    /// <summary>What a scope means, in words.</summary>
    public static string Words(string scope) => scope switch
    {
        "user.info.basic" => "Read your profile (name, picture)",
        "user.info.profile" => "Read your name in addresses and your bio",
        "video.list" => "Read your public videos",
        "comment.list" => "Read the comments under your videos",
        "comment.list.manage" => "Write, pin, hide and delete comments under your videos",
        _ => scope,
    };

    private static RazorComponentResult<ConsentPage> Ask(HttpContext context, TikTokWorld world, bool isBusiness)
    {
        var query = context.Request.Query;
        var problem = Problem(context, world, isBusiness);
        return new RazorComponentResult<ConsentPage>(new
        {
            Problem = problem,
            IsBusiness = isBusiness,
            Scopes = (IReadOnlyList<string>)query["scope"].ToString().Split(','),
            RedirectUri = query["redirect_uri"].ToString(),
            State = query["state"].ToString(),
            Challenge = query["code_challenge"].ToString(),
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, TikTokWorld world, TikTokTokens tokens, bool isBusiness)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var redirect = form["redirect_uri"].ToString();
        if (!IsRedirect(redirect, context))
        {
            return Results.BadRequest();
        }

        var state = form["state"].ToString();
        if (form["answer"] != "allow" || TikTokWorld.User(form["user"].ToString()) is not { } user)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?>
            {
                ["error"] = "access_denied", ["error_description"] = "The user denied the request.", ["state"] = state,
            }));
        }

        var scopes = string.Join(',', form["scopes"].Where(scope => Known.Contains(scope)));
        var challenge = form["challenge"].ToString();
        var code = tokens.GiveCode(user, isBusiness, scopes, redirect, challenge.Length > 0 ? challenge : null);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?>
        {
            [isBusiness ? "auth_code" : "code"] = code, ["scopes"] = scopes, ["state"] = state,
        }));
    }

    private static string? Problem(HttpContext context, TikTokWorld world, bool isBusiness)
    {
        string? Asked(string name) => context.Request.Query[name];
        var (key, redirect, type, scope, challenge) = (Asked("client_key"), Asked("redirect_uri"), Asked("response_type"), Asked("scope"), Asked("code_challenge"));
        if (key != (isBusiness ? world.App.BusinessAppId : world.App.ClientKey))
        {
            return "client_key: no app has this key.";
        }

        if (type != "code")
        {
            return "response_type: must be code.";
        }

        if (!IsRedirect(redirect, context))
        {
            return "redirect_uri: must be the registered address, without query and fragment.";
        }

        if (string.IsNullOrEmpty(scope) || scope.Split(',').Except(Known).Any())
        {
            return "scope: names something that this app may not ask for.";
        }

        return isBusiness || (challenge is { Length: 64 } && challenge.All(char.IsAsciiHexDigitLower)) ? null : "code_challenge: must be the hash of the verifier in lower-case hexadecimal.";
    }

    // Our app's registration covers every host of this server and one path.
    private static bool IsRedirect(string? address, HttpContext context) =>
        address is { Length: < 512 } && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0, AbsolutePath: "/Account/TikTok/callback" }
        && (uri.Authority == context.Request.Host.Value || uri.Authority == context.RequestServices.GetRequiredService<OwnAddress>().Public.Authority);
}
