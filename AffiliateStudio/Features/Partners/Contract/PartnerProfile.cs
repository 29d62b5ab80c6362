using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What is known about a partner before anybody connects it. The row in the database is brought to these facts at every start.</summary>
public sealed record PartnerProfile
{
    /// <summary>The facts. <see cref="Partner.IsApproved"/> counts only when the row is made.</summary>
    public required Partner Facts { get; init; }

    /// <summary>Where <see cref="Rates"/> come from, such as "Estimate: published by third parties, 2026".</summary>
    public required string RatesSource { get; init; }

    /// <summary>The rates to start with, in percent of the price by studio category (empty for everything else). What the partner reports for an order always wins over them.</summary>
    public required IReadOnlyList<(string Category, decimal Percent)> Rates { get; init; }
}
