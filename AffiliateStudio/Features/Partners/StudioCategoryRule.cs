using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>What partners call a studio category.</summary>
/// <param name="Category">The studio category.</param>
/// <param name="Phrases">Words in a level of a partner's path that mean it.</param>
/// <param name="OnlyFor">The one partner that this holds for, or null for all.</param>
internal sealed record StudioCategoryRule(string Category, string[] Phrases, PartnerKey? OnlyFor = null);
