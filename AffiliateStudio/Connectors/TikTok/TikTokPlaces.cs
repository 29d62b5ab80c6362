using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>Where TikTok's interfaces and pages are, on its real hosts or in this server's sandbox.</summary>
internal static class TikTokPlaces
{
    public const string DeveloperHost = "open.tiktokapis.com";

    public const string BusinessHost = "business-api.tiktok.com";

    private static readonly Uri Developers = new($"https://{DeveloperHost}/");

    private static readonly Uri Business = new($"https://{BusinessHost}/");

    /// <summary>An address of the developers' API, from <c>v2/…</c> on.</summary>
    public static Uri Developer(ConnectionContext connection, string path) => new(connection.SandboxAddress ?? Developers, path);

    /// <summary>An address of the API for businesses, from <c>open_api/…</c> on.</summary>
    public static Uri ForBusiness(ConnectionContext connection, string path) => new(connection.SandboxAddress ?? Business, path);

    /// <summary>A page for people, from <c>v2/…</c> or <c>player/…</c> on: https, or a path of the sandbox.</summary>
    public static string Page(ConnectionContext connection, string path) =>
        connection.SandboxAddress is { } sandbox ? sandbox.AbsolutePath + path : "https://www.tiktok.com/" + path;

    /// <summary>A URL that TikTok gave, as it may be shown: https, or a path of the sandbox; anything else is null.</summary>
    public static string? Shown(ConnectionContext connection, string? url)
    {
        if (url is not { Length: > 0 and <= 2000 })
        {
            return null;
        }

        var stored = connection.Stored(url);
        if (stored[0] == '/')
        {
            return connection.SandboxAddress is not null && stored.StartsWith("/sandbox/tiktok/", StringComparison.Ordinal) ? stored : null;
        }

        return Uri.TryCreate(stored, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo.Length: 0, IsDefaultPort: true } ? address.AbsoluteUri : null;
    }
}
