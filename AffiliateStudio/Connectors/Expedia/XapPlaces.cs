using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>The places that a traveller's words may mean, as a person chooses between them.</summary>
internal static class XapPlaces
{
    private const int Most = 12;

    /// <summary>The choices; an option without an id or a name is none.</summary>
    public static IReadOnlyList<PlaceChoice> Choices(IReadOnlyList<LocationOption>? options) =>
        [.. (options ?? []).Select(Choice).OfType<PlaceChoice>().DistinctBy(choice => choice.PlaceId).Take(Most)];

    private static PlaceChoice? Choice(LocationOption option)
    {
        var name = PlainText.FromHtml(option.ShortName ?? option.Address, 120);
        return name is null || (option.RegionId ?? name) is not { Length: > 0 and <= 120 } id ? null : new PlaceChoice(id, name, PlainText.FromHtml(option.Country?.Name, 80) ?? string.Empty);
    }
}
