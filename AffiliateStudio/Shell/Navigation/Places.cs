using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Sandbox;

namespace AffiliateStudio.Shell.Navigation;

/// <summary>The places of each role, the most used first.</summary>
internal static class Places
{
    private static readonly Place Home = new("Home", ShellRoutes.Home, "home", 'h', Exact: true);

    internal static IReadOnlyList<Place> For(string role, bool sandbox) => role switch
    {
        Roles.Creator =>
        [
            Home,
            new("Discover", CatalogRoutes.Discover, "search", 'd'),
            new("Videos", VideosRoutes.List, "video", 'v'),
            new("Earnings", EarningsRoutes.Earnings, "chart", 'e'),
            new("Settings", PartnersRoutes.Tags, "settings", 's'),
        ],
        Roles.Admin when sandbox => [.. Admin, new("Sandbox", SandboxRoutes.Console, "sandbox", 's'), new("Outbox", SandboxRoutes.Outbox, "mail", 'o')],
        Roles.Admin => Admin,
        _ => [Home],
    };

    private static Place[] Admin { get; } =
    [
        Home,
        new("Conversions", EarningsRoutes.Admin, "receipt", 'c'),
        new("Connectors", PartnersRoutes.Connectors, "plug", 'p'),
        new("Jobs", ShellRoutes.Jobs, "jobs", 'j'),
    ];
}
