using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>A row of the transactions: a sale, or the return of one, which is a row of its own with the same order and SKU and negative amounts.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsReturn">Whether it takes the order back.</param>
/// <param name="IsEvent">Whether it is still a mere signal.</param>
/// <param name="ProcessedAt">When the network worked on it, UTC.</param>
internal sealed record RakutenRow(SandboxOrder Order, bool IsReturn, bool IsEvent, DateTime ProcessedAt)
{
    /// <summary>How it came.</summary>
    public string Type => IsEvent ? "realtime" : "batch";

    /// <summary>The rows that an order has at a time. Orders of other publishers, of shops that are not with us, of another shop than the link's and after the window have none.</summary>
    public static IEnumerable<RakutenRow> Of(SandboxOrder order, SandboxCredentials credentials, DateTime now)
    {
        if (order.Tag != credentials.RakutenPublisherId
            || RakutenMerchants.Find(order.MerchantId) is not { IsActive: true } merchant
            || order.CampaignId != merchant.Mid
            || order.OrderedAt - order.ClickedAt > TimeSpan.FromDays(merchant.ReturnDays))
        {
            yield break;
        }

        var settles = RakutenShop.SettlesAt(order);
        yield return now < settles ? new RakutenRow(order, false, true, order.OrderedAt) : new RakutenRow(order, false, false, settles);
        if (order.ReturnedAt is { } returned && returned <= now)
        {
            yield return new RakutenRow(order, true, false, returned);
        }
    }

    /// <summary>The row as the API writes it. Ids come as numbers in some rows and as text in others.</summary>
    public JsonObject Write(SandboxCredentials credentials)
    {
        var merchant = RakutenMerchants.Find(Order.MerchantId)!;
        var mid = int.Parse(merchant.Mid, CultureInfo.InvariantCulture);
        var sign = IsReturn ? -1 : 1;
        return new JsonObject
        {
            ["etransaction_id"] = Convert.ToHexString(DigestOf($"{Order.Number}/{(IsReturn ? "return" : "sale")}")),
            ["advertiser_id"] = IsEvent ? mid : merchant.Mid,
            ["sid"] = int.Parse(credentials.RakutenSid, CultureInfo.InvariantCulture),
            ["order_id"] = Order.Number,
            ["offer_id"] = merchant.OfferId,
            ["sku_number"] = Order.ProductId,
            ["sale_amount"] = Order.Amount.Major * sign,
            ["quantity"] = Order.Quantity * sign,
            ["commissions"] = Order.Payout.Major * sign,
            ["process_date"] = Written(ProcessedAt),
            ["transaction_date"] = Written(Order.OrderedAt),
            ["transaction_type"] = Type,
            ["product_name"] = Order.Title,
            ["u1"] = Order.SubId,
            ["currency"] = Order.UnitPrice.Currency.Code,
            ["is_event"] = IsEvent ? "Y" : "N",
            ["commissions_list_id"] = string.Empty,
        };
    }

    private static string Written(DateTime time) => time.ToString("ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (UTC)'", CultureInfo.InvariantCulture);

    private static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
