namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A page of a partner's search.</summary>
/// <param name="Offers">The offers of the page.</param>
/// <param name="Total">How many the partner says there are.</param>
/// <param name="HasMore">Whether a next page can be asked for.</param>
/// <param name="Notices">Partial errors that came inside a good answer, in the partner's words.</param>
public sealed record ProductSearchAnswer(IReadOnlyList<PartnerOffer> Offers, int Total, bool HasMore, IReadOnlyList<string> Notices) : INoticed
{
    /// <summary>Places that the words may mean; when there are any, there are no offers and the person has to choose.</summary>
    public IReadOnlyList<PlaceChoice> Choices { get; init; } = [];
}
