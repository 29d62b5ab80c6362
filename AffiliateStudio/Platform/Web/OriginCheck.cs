namespace AffiliateStudio.Platform.Web;

/// <summary>
/// Refuses circuits that another site's page tries to open. The browser always sends Origin with a WebSocket and with a cross-site POST,
/// and no script can change it; a request without Origin does not come from a foreign page.
/// </summary>
public static class OriginCheck
{
    /// <summary>Answers 403 to requests under <paramref name="path"/> whose Origin is not the address that they came to.</summary>
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app, PathString path) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(path) && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("This connection belongs to another site.", context.RequestAborted);
        }

        return next(context);
    });

    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count > 0 && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
