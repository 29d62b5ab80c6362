namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What a traveller looks for.</summary>
/// <param name="Kind">Stays or things to do.</param>
/// <param name="Place">The place in words, as typed; empty when only <paramref name="PlaceId"/> is known.</param>
/// <param name="PlaceId">The partner's id of the place, once the person chose between several of the same name.</param>
/// <param name="CheckIn">The first night, or null for a price without dates.</param>
/// <param name="CheckOut">The day of leaving; null exactly when <paramref name="CheckIn"/> is.</param>
/// <param name="Guests">Adults, 1 to 14.</param>
public sealed record TravelCriteria(TravelKind Kind, string Place, string? PlaceId, DateOnly? CheckIn, DateOnly? CheckOut, int Guests);
