using System.Globalization;
using AffiliateStudio.Features.Pins.WatchVideo;
using AffiliateStudio.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AffiliateStudio.Features.Pins.PublicPages;

/// <summary>
/// Keeps rendered pages for visitors who are not signed in, for a few seconds and until what they show changes. A page differs by address, theme, time zone and the
/// viewer's way of writing numbers; with anything unusual in them it is rendered afresh, so that nobody can fill the memory.
/// </summary>
internal sealed class PublicPageCaching : IOutputCachePolicy
{
    /// <summary>The policy's name, for the page's attribute.</summary>
    public const string Name = "public-page";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var zone = http.Request.Cookies[ViewerTime.CookieName] ?? string.Empty;
        var isPlain = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && http.User.Identity?.IsAuthenticated != true
            && http.Request.Query.Count == 0
            && (zone.Length == 0 || (zone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)));
        context.EnableOutputCaching = isPlain;
        context.AllowCacheLookup = isPlain;
        context.AllowCacheStorage = isPlain;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["theme"] = http.Request.Cookies["studio-theme"] is { } theme and ("light" or "dark") ? theme : string.Empty;
        context.CacheVaryByRules.VaryByValues["zone"] = zone;
        context.CacheVaryByRules.VaryByValues["culture"] = CultureInfo.CurrentCulture.Name;
        if (http.Request.RouteValues.TryGetValue("Id", out var id) && Guid.TryParse(id?.ToString(), out var video))
        {
            context.Tags.Add(WatchCache.TagOf(video));
        }

        if (isPlain)
        {
            http.Response.OnStarting(DropCookieAsync, http.Response);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    // Rendering leaves an antiforgery cookie, but a visitor who is not signed in gets no form here; with a cookie the page could not be kept. The browser asks again each
    // time, so that news arrive.
    private static Task DropCookieAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.Remove(HeaderNames.SetCookie);
        headers.Remove(HeaderNames.Pragma);
        headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }
}
