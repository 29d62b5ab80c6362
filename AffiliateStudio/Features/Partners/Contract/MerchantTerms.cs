using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A merchant's terms as a partner tells them.</summary>
public sealed record MerchantTerms
{
    /// <summary>The partner's id of it, 1 to 40 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether we are in its programme.</summary>
    public required MerchantState State { get; init; }

    /// <summary>Hosts of its shop: exact, or with everything below when it starts with a dot; lower case.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether single pages may be linked.</summary>
    public bool AllowsDeepLinks { get; init; }

    /// <summary>How long after the click an order counts, in hours; null when it is not told.</summary>
    public int? AttributionWindowHours { get; init; }

    /// <summary>When an order becomes final, in words for a card, or empty.</summary>
    public string LockingRule { get; init; } = string.Empty;

    /// <summary>What it pays: by studio category, the empty one for everything else.</summary>
    public IReadOnlyList<MerchantRate> Rates { get; init; } = [];
}
