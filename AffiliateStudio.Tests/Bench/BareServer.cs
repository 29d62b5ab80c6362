using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AffiliateStudio.Bench;

/// <summary>The baseline: Kestrel answering a redirect or a page without doing anything.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var page = new string('x', 8_000);
        app.MapGet("/go/{code}", (RequestDelegate)(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "https://www.amazon.com/dp/B0CX23V2ZK?tag=demo-20&ascsubtag=" + context.Request.RouteValues["code"];
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }));
        app.MapGet("/watch/{id}", (RequestDelegate)(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page);
        }));
        await app.StartAsync();
        Console.WriteLine("Now listening on: " + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }
}
