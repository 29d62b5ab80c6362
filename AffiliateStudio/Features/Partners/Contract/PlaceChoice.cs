namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>One of several places that a traveller's words may mean.</summary>
/// <param name="PlaceId">The partner's id of it.</param>
/// <param name="Name">The name with what tells it from the others, such as "Portland, Maine".</param>
/// <param name="Country">The country's name, or empty.</param>
public sealed record PlaceChoice(string PlaceId, string Name, string Country);
