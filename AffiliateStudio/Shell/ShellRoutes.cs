namespace AffiliateStudio.Shell;

/// <summary>Addresses of the shell's own pages.</summary>
internal static class ShellRoutes
{
    /// <summary>The start page, which differs by role.</summary>
    public const string Home = "/";

    /// <summary>What runs in the background.</summary>
    public const string Jobs = "/admin/jobs";
}
