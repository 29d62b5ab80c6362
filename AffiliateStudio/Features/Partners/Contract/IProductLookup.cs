namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner gives single products by id.</summary>
public interface IProductLookup
{
    /// <summary>The offers with these ids; one that the partner does not know is left out. Splits into as many calls as the partner's limit needs.</summary>
    Task<PartnerResult<IReadOnlyList<PartnerOffer>>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken);

    /// <summary>The offers with this GTIN (14 digits), when the partner can look one up by it; else an empty list.</summary>
    Task<PartnerResult<IReadOnlyList<PartnerOffer>>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken);
}
