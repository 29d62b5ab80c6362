using System.Globalization;
using System.Security.Cryptography;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>Expedia's shop. It sells stays and activities in place of the catalog's goods, on pages of its own (<see cref="BookingEndpoints"/>).</summary>
internal sealed class ExpediaShop : ISandboxShop
{
    /// <summary>What a booking pays.</summary>
    public static Rate Commission { get; } = Rate.FromPercent(4m);

    public SandboxPartner Partner => SandboxPartner.Expedia;

    public IReadOnlyList<string> ProductRoutes => [];

    public string ReturnConsequence => "The stay is cancelled, Partnerize rejects the conversion, and its commission is lost.";

    public IReadOnlyDictionary<string, string> SettingsOf(SandboxCredentials account) => new Dictionary<string, string>
    {
        ["xapKey"] = account.ExpediaXapKey,
        ["xapPassword"] = account.ExpediaXapPassword,
        ["partnerizeApplicationKey"] = account.PartnerizeApplicationKey,
        ["partnerizeUserApiKey"] = account.PartnerizeUserApiKey,
        ["publisherId"] = account.PartnerizePublisherId,
        ["campaignId"] = account.PartnerizeCampaignId,
        ["camref"] = account.PartnerizeCamref,
        ["locale"] = "en_US",
        ["currency"] = "USD",
    };

    public string? IdOf(SandboxProduct product) => null;

    public Rate RateOf(SandboxProduct product) => Commission;

    public string TitleOf(SandboxProduct product) => string.Empty;

    public string CategoryOf(SandboxProduct product) => string.Empty;

    public string SellerOf(SandboxProduct product) => "Expedia";

    public string PathOf(SandboxListing listing) => "/sandbox/expedia";

    public ShopClick ReadClick(IQueryCollection query, TimeProvider clock) => BookingClick.Read(query["clickref"].ToString(), clock);

    public string NewOrderNumber() => string.Create(CultureInfo.InvariantCulture, $"72{RandomNumberGenerator.GetInt32(100_000):D5}{RandomNumberGenerator.GetInt32(1_000_000):D6}");

    public SandboxOrderState StateAt(SandboxOrder order, DateTime now, SandboxOptions options)
    {
        if (order.ReturnedAt is { } returned && returned <= now)
        {
            return SandboxOrderState.Returned;
        }

        return now < LeavesAt(order) ? SandboxOrderState.Booked
            : now < ApprovedAt(order, options) ? SandboxOrderState.Stayed
            : now < ClearedAt(order, options) ? SandboxOrderState.Approved
            : SandboxOrderState.Cleared;
    }

    public bool CanBeReturnedAt(SandboxOrder order, DateTime now, SandboxOptions options) => order.ReturnedAt is null && now < ArrivesAt(order);

    /// <summary>When the guests arrive, UTC; until then the booking can be cancelled.</summary>
    public static DateTime ArrivesAt(SandboxOrder order) => At(order.StayFrom ?? DateOnly.FromDateTime(order.OrderedAt), 15);

    /// <summary>When the guests leave, UTC.</summary>
    public static DateTime LeavesAt(SandboxOrder order) => At(order.StayTo ?? DateOnly.FromDateTime(order.OrderedAt), order.StayTo == order.StayFrom ? 22 : 11);

    /// <summary>When the booking is approved, UTC.</summary>
    public static DateTime ApprovedAt(SandboxOrder order, SandboxOptions options) => LeavesAt(order).AddDays(options.StayApprovalDays);

    /// <summary>When it is cleared for payment, UTC.</summary>
    public static DateTime ClearedAt(SandboxOrder order, SandboxOptions options) => ApprovedAt(order, options).AddDays(options.ClearingDays);

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
