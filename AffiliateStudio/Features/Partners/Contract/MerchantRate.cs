using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What a merchant pays for a category.</summary>
/// <param name="Category">The studio category (see <c>StudioCategories</c>), or a path of the partner's that is mapped onto one; empty for everything else.</param>
/// <param name="Rate">The commission on the paid price.</param>
/// <param name="Source">Where it was read, such as "impact.com contract 12, 2026-11-24".</param>
public sealed record MerchantRate(string Category, Rate Rate, string Source);
