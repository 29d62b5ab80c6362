namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner tells on what terms its merchants work with us: contracts, partnerships, offers.</summary>
public interface IMerchantTerms
{
    /// <summary>All merchants that it has for us. A failure means that nothing is known, and what was told before stays.</summary>
    Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadMerchantsAsync(ConnectionContext connection, CancellationToken cancellationToken);
}
