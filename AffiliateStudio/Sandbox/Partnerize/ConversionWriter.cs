using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Expedia;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Partnerize;

/// <summary>A booking as Partnerize reports it: one conversion with one item, which changes its status and nothing else.</summary>
internal sealed class ConversionWriter(SandboxCredentials account, SandboxOptions options, DateTime now)
{
    /// <summary>The status at this moment.</summary>
    public string StatusOf(SandboxOrder order) => order.StateAt(now, options) switch
    {
        SandboxOrderState.Returned => "rejected",
        SandboxOrderState.Approved or SandboxOrderState.Cleared => "approved",
        _ => "pending",
    };

    /// <summary>When it changed last: made, cancelled, approved, made payable.</summary>
    public DateTime ChangedAt(SandboxOrder order) => order.StateAt(now, options) switch
    {
        SandboxOrderState.Returned => order.ReturnedAt!.Value,
        SandboxOrderState.Approved => ExpediaShop.ApprovedAt(order, options),
        SandboxOrderState.Cleared => ExpediaShop.ClearedAt(order, options),
        _ => order.OrderedAt,
    };

    /// <summary>When it was approved, or null.</summary>
    public DateTime? ApprovedAt(SandboxOrder order) => StatusOf(order) == "approved" ? ExpediaShop.ApprovedAt(order, options) : null;

    /// <summary>A conversion.</summary>
    public JsonObject Write(SandboxOrder order)
    {
        var status = StatusOf(order);
        var id = "111111l" + order.Id.ToString(CultureInfo.InvariantCulture);
        var isCleared = order.StateAt(now, options) == SandboxOrderState.Cleared;
        return new JsonObject
        {
            ["conversion_data"] = new JsonObject
            {
                ["conversion_id"] = id,
                ["campaign_id"] = account.PartnerizeCampaignId,
                ["publisher_id"] = account.PartnerizePublisherId,
                ["conversion_time"] = Time(order.OrderedAt),
                ["currency"] = order.UnitPrice.Currency.Code,
                ["publisher_reference"] = order.SubId,
                ["advertiser_reference"] = string.Empty,
                ["conversion_reference"] = order.Number,
                ["last_modified"] = Time(ChangedAt(order)),
                ["country"] = "US",
                ["campaign_title"] = PartnerizeEndpoints.CampaignTitle,
                ["conversion_value"] = new JsonObject { ["conversion_status"] = status, ["value"] = order.Amount.Major, ["publisher_commission"] = order.Payout.Major },
                ["conversion_items"] = new JsonArray(new JsonObject
                {
                    ["conversion_item_id"] = id,
                    ["sku"] = order.ProductId[1..],
                    ["category"] = order.Category,
                    ["item_value"] = order.Amount.Major,
                    ["item_publisher_commission"] = order.Payout.Major,
                    ["item_status"] = status,
                    ["item_status_id"] = status switch { "pending" => 1, "approved" => 2, _ => 3 },
                    ["last_update"] = Time(ChangedAt(order)),
                    ["approved_at"] = ApprovedAt(order) is { } approved ? Time(approved) : null,
                    ["reject_reason"] = status == "rejected" ? "Booking cancelled" : null,
                    ["voucher_codes"] = new JsonArray(),
                    ["publisher_self_bill_id"] = isCleared ? "10l" + order.Id.ToString(CultureInfo.InvariantCulture) : null,
                    ["payable"] = isCleared,
                }),
                ["was_disputed"] = 0,
                ["conversion_lag"] = (int)Math.Max(0, (order.OrderedAt - order.ClickedAt).TotalSeconds),
                ["clickref"] = order.ClickId,
            },
        };
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
