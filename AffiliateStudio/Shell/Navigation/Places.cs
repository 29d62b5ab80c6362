using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Shell.Navigation;

/// <summary>The places of each role, the most used first.</summary>
internal static class Places
{
    private static readonly Place Home = new("Home", "/", "home", 'h', Exact: true);

    internal static IReadOnlyList<Place> For(string role, bool sandbox) => role switch
    {
        Roles.Creator =>
        [
            Home,
            new("Discover", "/discover", "search", 'd'),
            new("Videos", "/videos", "video", 'v'),
            new("Earnings", "/earnings", "chart", 'e'),
            new("Settings", "/settings/tags", "settings", 's'),
        ],
        Roles.Admin when sandbox => [.. Admin, new("Sandbox", "/admin/sandbox", "sandbox", 's'), new("Outbox", "/sandbox/outbox", "mail", 'o')],
        Roles.Admin => Admin,
        _ => [Home],
    };

    private static Place[] Admin { get; } =
    [
        Home,
        new("Conversions", "/admin/conversions", "receipt", 'c'),
        new("Connectors", "/admin/connectors", "plug", 'p'),
        new("Jobs", "/admin/jobs", "jobs", 'j'),
    ];
}
