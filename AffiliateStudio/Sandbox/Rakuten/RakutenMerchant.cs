using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>An invented shop inside the network, with its terms.</summary>
internal sealed record RakutenMerchant
{
    /// <summary>Its number in the network.</summary>
    public required string Mid { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The host of its shop.</summary>
    public required string Host { get; init; }

    /// <summary>What its SKUs begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The departments it sells from.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>What it pays.</summary>
    public required Rate Rate { get; init; }

    /// <summary>What it says to pay from a number of orders a month on, when it has a second tier.</summary>
    public (int From, Rate Rate)? UpperTier { get; init; }

    /// <summary>How many days after the click an order counts.</summary>
    public required int ReturnDays { get; init; }

    /// <summary>Whether single pages may be linked.</summary>
    public bool AllowsDeepLinks { get; init; } = true;

    /// <summary>How we stand with it, in the network's word.</summary>
    public string Status { get; init; } = "active";

    /// <summary>Whether it has approved us.</summary>
    public bool IsActive => Status == "active";

    /// <summary>The number of its offer.</summary>
    public int OfferId => 900_000 + (int.Parse(Mid, System.Globalization.CultureInfo.InvariantCulture) % 1_000);
}
