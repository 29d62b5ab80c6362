using Microsoft.AspNetCore.Authentication.Cookies;

namespace AffiliateStudio.Features.Accounts.Security;

/// <summary>
/// Gives cookies the name prefix <c>__Host-</c> over https, where browsers then insist on Secure, on this very host and on the whole site.
/// Over plain http (this machine's own address) browsers refuse the prefix, so it is left out.
/// </summary>
internal sealed class PrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
