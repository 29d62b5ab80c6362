using System.Security.Cryptography;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>How an order of a shop in impact.com's network lives: pending until the action locks, then approved, then cleared.</summary>
internal static class ImpactOrders
{
    /// <summary>What taking an order back does.</summary>
    public const string ReturnConsequence = "The action is reversed and its commission is lost.";

    /// <summary>Where an order stands at a time.</summary>
    public static SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options)
    {
        if (order.ReturnedAt is { } returned && returned <= now)
        {
            return SandboxOrderState.Returned;
        }

        return now < order.LocksAt(options) ? SandboxOrderState.Pending : now < order.ClearsAt(options) ? SandboxOrderState.Approved : SandboxOrderState.Cleared;
    }

    /// <summary>Whether an order can be taken back: until the action locks.</summary>
    public static bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => order.ReturnedAt is null && now < order.LocksAt(options);

    /// <summary>A number of twelve digits that begins with the shop's own.</summary>
    public static string NewNumber(string prefix) => $"{prefix}{RandomNumberGenerator.GetInt32(100_000):D5}{RandomNumberGenerator.GetInt32(1_000_000):D6}";
}
