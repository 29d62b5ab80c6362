using Microsoft.Net.Http.Headers;

namespace AffiliateStudio.Platform.Web;

/// <summary>Headers that every response carries.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Scripts come from our own files only. Styles may be inline because the component library and computed widths need it. Product
    /// pictures come from the partners' own hosts, hence images over https.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' blob:; " +
        "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The same policy for a page that shows a player of another site in a frame.</summary>
    /// <param name="source">That site's origin, or <c>'self'</c>.</param>
    public static string WithFrames(string source) => $"{ContentSecurityPolicy}; frame-src {source}";

    /// <summary>Adds the headers to every response, errors and files included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Apply(context);
            return Task.CompletedTask;
        });
        await next(context);
    });

    private static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            // An endpoint that serves files of others' making sets a stricter policy of its own.
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        var isPage = context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (isPage && context.User.Identity?.IsAuthenticated == true)
        {
            headers[HeaderNames.CacheControl] = "no-store";
        }
    }
}
