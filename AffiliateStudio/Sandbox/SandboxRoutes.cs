namespace AffiliateStudio.Sandbox;

/// <summary>Addresses of what admins see of the sandbox.</summary>
internal static class SandboxRoutes
{
    /// <summary>Moving time on, orders, faults.</summary>
    public const string Console = "/admin/sandbox";

    /// <summary>The mails that would have been sent.</summary>
    public const string Outbox = "/sandbox/outbox";
}
