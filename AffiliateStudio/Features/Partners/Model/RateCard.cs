using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Model;

/// <summary>What a partner pays for a category from a date on. Rows are never changed: a new rate is a new row with a later start.</summary>
public sealed class RateCard
{
    /// <summary>The id, kept with every estimate made from it.</summary>
    public RateCardId Id { get; init; }

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The merchant inside the partner (<see cref="Merchant.Id"/>) the rate is for; empty for all of them.</summary>
    public string Merchant { get; init; } = string.Empty;

    /// <summary>
    /// The studio category the rate is for (see <c>Catalog</c>), such as "Home/Lighting"; a card for "Home" covers everything below it, an empty one everything.
    /// The longest match wins.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>The partner's commission on the paid price, before the creator's share is taken.</summary>
    public Rate Rate { get; init; }

    /// <summary>The first day the rate holds, in the partner's time zone.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>Where the rate was read, such as "Associates fee table, 2026-01".</summary>
    public required string Source { get; init; }

    /// <summary>When the row was entered, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}
