using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Sandbox;

/// <summary>Settings under <c>Sandbox</c>.</summary>
public sealed class SandboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sandbox";

    /// <summary>Whether this server plays the partners under <c>/sandbox/…</c>.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether the sandbox may run in the Production environment, where it is refused otherwise.</summary>
    public bool AllowInProduction { get; set; }

    /// <summary>How many days after the order a Walmart action locks and becomes approved.</summary>
    [Range(1, 365, ErrorMessage = "Sandbox:LockingDays must be 1 to 365.")]
    public int LockingDays { get; set; } = 30;

    /// <summary>How many days after locking an action is cleared for payment.</summary>
    [Range(0, 365, ErrorMessage = "Sandbox:ClearingDays must be 0 to 365.")]
    public int ClearingDays { get; set; } = 15;

    /// <summary>How many days after the guests have left Expedia approves a booking; <see cref="ClearingDays"/> later it is cleared for payment.</summary>
    [Range(0, 365, ErrorMessage = "Sandbox:StayApprovalDays must be 0 to 365.")]
    public int StayApprovalDays { get; set; } = 5;

    /// <summary>How many requests per second each partner takes for long; short bursts may be four times as many.</summary>
    [Range(1, 100_000, ErrorMessage = "Sandbox:RequestsPerSecond must be 1 to 100000.")]
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>How many product calls Walmart takes per day of the sandbox's time.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Sandbox:WalmartCallsPerDay must be 1 to 10000000.")]
    public int WalmartCallsPerDay { get; set; } = 5_000;

    /// <summary>How many calls impact.com takes per hour of the sandbox's time.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Sandbox:ImpactCallsPerHour must be 1 to 10000000.")]
    public int ImpactCallsPerHour { get; set; } = 1_000;
}
