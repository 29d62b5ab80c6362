using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Something that a running search has to tell. When there are no more, every source has answered or failed.</summary>
internal abstract record SearchEvent;

/// <summary>Offers of one page came in.</summary>
/// <param name="Source">Who gave them; null for our own index.</param>
/// <param name="Offers">The offers, best first.</param>
/// <param name="HasMore">Whether the source has another page.</param>
internal sealed record OffersFound(PartnerKey? Source, IReadOnlyList<OfferSummary> Offers, bool HasMore) : SearchEvent;

/// <summary>The words of a search for products look like travel, so a partner for travel is asked too.</summary>
/// <param name="Criteria">What it is asked for.</param>
internal sealed record TravelAsked(TravelCriteria Criteria) : SearchEvent;

/// <summary>The place of a search may be one of several.</summary>
/// <param name="Criteria">What was asked for.</param>
/// <param name="Choices">The places.</param>
internal sealed record PlacesFound(TravelCriteria Criteria, IReadOnlyList<PlaceChoice> Choices) : SearchEvent;

/// <summary>A partner gave nothing.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="Kind">Why.</param>
/// <param name="Since">Since when it has not answered, UTC; null when it is not a matter of time.</param>
internal sealed record PartnerQuiet(PartnerKey Partner, string PartnerName, PartnerFailureKind Kind, DateTime? Since) : SearchEvent
{
    /// <summary>Whether the same search may go through later without anybody changing anything.</summary>
    public bool IsOutage => Kind is PartnerFailureKind.Throttled or PartnerFailureKind.Unavailable or PartnerFailureKind.TimedOut
        or PartnerFailureKind.CircuitOpen or PartnerFailureKind.MalformedAnswer;
}
