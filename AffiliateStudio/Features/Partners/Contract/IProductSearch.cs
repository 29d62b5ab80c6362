namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner searches its catalog by words.</summary>
public interface IProductSearch
{
    /// <summary>One page of offers.</summary>
    Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken);
}
