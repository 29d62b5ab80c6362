using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Writes orders as impact.com's actions: every value a string, decimals too, times with the account's offset.</summary>
internal static class ActionWriter
{
    private const int FirstNumber = 1_900_000;

    /// <summary>impact's word for where an order stands. Cleared is not a state: it shows in <c>ClearedDate</c>.</summary>
    public static string State(SandboxOrder order, DateTime now, SandboxOptions options) => order.StateAt(now, options) switch
    {
        SandboxOrderState.Returned => "REVERSED",
        SandboxOrderState.Pending => "PENDING",
        _ => "APPROVED",
    };

    /// <summary>The id of an order's action: campaign, tracker, number.</summary>
    public static string Id(SandboxOrder order, ImpactProgram program) => $"{program.CampaignId}.{program.Tracker}.{FirstNumber + order.Id}";

    /// <summary>The campaign and the order in an action id, or null.</summary>
    public static (string CampaignId, long OrderId)? Read(string actionId)
    {
        var parts = actionId.Split('.');
        return parts.Length == 3 && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (parts[0], number - FirstNumber) : null;
    }

    public static JsonObject Action(SandboxOrder order, ImpactProgram program, string sid, DateTime now, SandboxOptions options)
    {
        var state = State(order, now, options);
        var reversed = state == "REVERSED";
        var zero = Money.Zero(order.Amount.Currency);
        return new JsonObject
        {
            ["Id"] = Id(order, program),
            ["CampaignId"] = order.CampaignId,
            ["CampaignName"] = program.Name,
            ["ActionTrackerId"] = program.Tracker,
            ["ActionTrackerName"] = "Online Sale",
            ["State"] = state,
            ["AdId"] = order.AdId,
            ["Payout"] = Plain(reversed ? zero : order.Payout),
            ["DeltaPayout"] = Plain(reversed ? -order.Payout : order.Payout),
            ["IntendedPayout"] = Plain(order.Payout),
            ["Amount"] = Plain(reversed ? zero : order.Amount),
            ["DeltaAmount"] = Plain(reversed ? -order.Amount : order.Amount),
            ["IntendedAmount"] = Plain(order.Amount),
            ["Currency"] = order.Amount.Currency.Code,
            ["ReferringDate"] = Stamp(order.ClickedAt),
            ["EventDate"] = Stamp(order.OrderedAt),
            ["CreationDate"] = Stamp(order.OrderedAt),
            ["LockingDate"] = Stamp(order.LocksAt(options)),
            ["ClearedDate"] = order.StateAt(now, options) == SandboxOrderState.Cleared ? Stamp(order.ClearsAt(options)) : string.Empty,
            ["ReferringType"] = "CLICK_COOKIE",
            ["ReferringDomain"] = string.Empty,
            ["PromoCode"] = string.Empty,
            ["Oid"] = order.Number,
            ["EventCode"] = string.Empty,
            ["SharedId"] = order.SharedId,
            ["SubId1"] = order.SubId,
            ["SubId2"] = order.SubId2,
            ["SubId3"] = order.SubId3,
            ["CustomerCountry"] = "US",
            ["Uri"] = $"/Mediapartners/{sid}/Actions/{Id(order, program)}",
        };
    }

    /// <summary>The lines of an action: the sale, and what a return took back.</summary>
    public static JsonArray Items(SandboxOrder order, ImpactProgram program, string sid, DateTime now)
    {
        var items = new JsonArray(Item(order, program, sid, 1, null));
        if (order.ReturnedAt is { } returned && returned <= now)
        {
            items.Add(Item(order, program, sid, 2, returned));
        }

        return items;
    }

    private static JsonObject Item(SandboxOrder order, ImpactProgram program, string sid, int number, DateTime? returned) => new()
    {
        ["Sku"] = order.ProductId,
        ["ItemName"] = order.Title,
        ["Category"] = order.Category,
        ["Quantity"] = (returned is null ? order.Quantity : -order.Quantity).ToString(CultureInfo.InvariantCulture),
        ["SaleAmount"] = Plain(returned is null ? order.Amount : -order.Amount),
        ["SaleAmountCurrency"] = order.Amount.Currency.Code,
        ["Payout"] = Plain(returned is null ? order.Payout : -order.Payout),
        ["PayoutCurrency"] = order.Amount.Currency.Code,
        ["Rebate"] = "0.00",
        ["RebateCurrency"] = order.Amount.Currency.Code,
        ["AdjustmentDate"] = returned is { } at ? Stamp(at) : string.Empty,
        ["AdjustmentReason"] = returned is null ? string.Empty : "ITEM_RETURNED",
        ["Uri"] = $"/Mediapartners/{sid}/Actions/{Id(order, program)}/Items/{number}",
    };

    private static string Plain(Money money) => money.Major.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Stamp(DateTime utc) =>
        PacificTime.At(utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
