namespace AffiliateStudio.Features.Partners.Model;

/// <summary>
/// Who sells at a partner, with its own terms: one of many inside a network, or the shop itself where the partner tells its terms by API. Rows are what the partner said
/// last; a merchant that it does not name any more becomes inactive and stays.
/// </summary>
public sealed class Merchant
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The partner's id of the merchant, such as Rakuten's MID or impact.com's campaign id.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people see.</summary>
    public required string Name { get; set; }

    /// <summary>Hosts of its shop, as in <see cref="Partner.AllowedHosts"/>: exact, or with everything below when it starts with a dot. Space separated, lower case.</summary>
    public required string Hosts { get; set; }

    /// <summary>Whether we are in its programme.</summary>
    public MerchantState State { get; set; }

    /// <summary>Whether single pages may be linked, not only the start page.</summary>
    public bool AllowsDeepLinks { get; set; }

    /// <summary>How long after the click an order counts, in hours; null when the partner does not say, and its general window holds.</summary>
    public int? AttributionWindowHours { get; set; }

    /// <summary>When an order becomes final, in the words for a card, or empty.</summary>
    public string LockingRule { get; set; } = string.Empty;

    /// <summary>When the partner last told us, UTC.</summary>
    public DateTime SyncedAt { get; set; }
}
