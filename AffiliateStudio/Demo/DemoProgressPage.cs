using System.Net;

namespace AffiliateStudio.Demo;

/// <summary>
/// Answers people who come while the demo is being made with a page that says how far it is and loads itself again. The doors that the demo itself goes
/// through (links, sandbox) and the health endpoints stay open.
/// </summary>
internal sealed class DemoProgressPage(RequestDelegate next, DemoState state)
{
    private static readonly string[] OpenDoors = ["/go", "/sandbox", "/healthz", "/app", "/_framework", "/_content", "/media"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (state.Working is not { } working || OpenDoors.Any(door => context.Request.Path.StartsWithSegments(door)))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="2">
              <title>Making the demo · Affiliate Studio</title>
              <style>
                :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
                body { display: grid; place-content: center; min-height: 90vh; margin: 0 16px; text-align: center; }
                h1 { font-size: 20px; } p { max-width: 44ch; }
              </style>
            </head>
            <body>
              <main>
                <h1>Making the demo</h1>
                <p role="status">{{WebUtility.HtmlEncode(working)}}</p>
                <p>This happens once, at the first start. The page opens by itself when it is done.</p>
              </main>
            </body>
            </html>
            """,
            context.RequestAborted);
    }
}
