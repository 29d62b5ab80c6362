using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Orders;

/// <summary>An order at one of the shops. What it is worth to the account follows from it and the time.</summary>
public sealed record SandboxOrder
{
    /// <summary>The key in the store; 0 before it is stored.</summary>
    public required long Id { get; init; }

    /// <summary>The number that the buyer and the reports see.</summary>
    public required string Number { get; init; }

    /// <summary>The shop.</summary>
    public required SandboxPartner Partner { get; init; }

    /// <summary>The shop's own id of it.</summary>
    public required string ProductId { get; init; }

    /// <summary>The shop's title at the time.</summary>
    public required string Title { get; init; }

    /// <summary>The category as the partner's reports name it.</summary>
    public required string Category { get; init; }

    /// <summary>Who sold it.</summary>
    public required string Seller { get; init; }

    /// <summary>Pieces, 1 to 30.</summary>
    public required int Quantity { get; init; }

    /// <summary>The price of one piece.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>What the shop pays for it.</summary>
    public required Rate Rate { get; init; }

    /// <summary>Amazon: the tracking id. Walmart and Target: the publisher id. Rakuten: the encrypted publisher id. Expedia: the camref.</summary>
    public required string Tag { get; init; }

    /// <summary>Amazon: <c>ascsubtag</c>. impact.com: <c>subId1</c>. Rakuten: <c>u1</c>. Partnerize: <c>pubref</c>.</summary>
    public required string SubId { get; init; }

    /// <summary>The second sub-id, impact.com only.</summary>
    public required string SubId2 { get; init; }

    /// <summary>The third sub-id, impact.com only.</summary>
    public required string SubId3 { get; init; }

    /// <summary>The sub-id that the shop sees too, impact.com only.</summary>
    public required string SharedId { get; init; }

    /// <summary>The id of the click.</summary>
    public required string ClickId { get; init; }

    /// <summary>The campaign at impact.com, impact.com only.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The ad at impact.com, impact.com only.</summary>
    public required string AdId { get; init; }

    /// <summary>When the link was followed, UTC.</summary>
    public required DateTime ClickedAt { get; init; }

    /// <summary>When it was ordered, UTC.</summary>
    public required DateTime OrderedAt { get; init; }

    /// <summary>The merchant's id inside a network; empty elsewhere.</summary>
    public string MerchantId { get; init; } = string.Empty;

    /// <summary>The first night of a booking, or the day of an activity; null for goods.</summary>
    public DateOnly? StayFrom { get; init; }

    /// <summary>The day of leaving; null for goods.</summary>
    public DateOnly? StayTo { get; init; }

    /// <summary>When it was taken back, UTC.</summary>
    public required DateTime? ReturnedAt { get; init; }

    /// <summary>What the buyer paid.</summary>
    public Money Amount => new(UnitPrice.MinorUnits * Quantity, UnitPrice.Currency);

    /// <summary>What the shop pays the account.</summary>
    public Money Payout => Rate.Of(Amount);

    /// <summary>When Amazon ships it: a day after the order.</summary>
    public DateTime ShipsAt => OrderedAt.AddDays(1);

    /// <summary>When an action at impact.com locks.</summary>
    public DateTime LocksAt(SandboxOptions options) => OrderedAt.AddDays(options.LockingDays);

    /// <summary>When the locked action is cleared for payment.</summary>
    public DateTime ClearsAt(SandboxOptions options) => LocksAt(options).AddDays(options.ClearingDays);

    /// <summary>Where the order stands at a time.</summary>
    public SandboxOrderState StateAt(DateTime now, SandboxOptions options) => SandboxShops.Of(Partner).StateAt(this, now, options);

    /// <summary>Whether the shop takes it back at a time.</summary>
    public bool CanBeReturnedAt(DateTime now, SandboxOptions options) => SandboxShops.Of(Partner).CanBeReturnedAt(this, now, options);
}
