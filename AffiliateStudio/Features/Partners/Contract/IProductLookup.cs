namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner gives single products by id.</summary>
public interface IProductLookup
{
    /// <summary>The offers with these ids; one that the partner does not know is left out, with a notice when the partner says so. Splits into as many calls as the partner's limit needs.</summary>
    Task<PartnerResult<ProductLookupAnswer>> LookUpAsync(ConnectionContext connection, IReadOnlyList<string> externalIds, CancellationToken cancellationToken);

    /// <summary>The offers with this GTIN (14 digits), when the partner can look one up by it; else an answer without any.</summary>
    Task<PartnerResult<ProductLookupAnswer>> LookUpGtinAsync(ConnectionContext connection, string gtin, CancellationToken cancellationToken);
}
