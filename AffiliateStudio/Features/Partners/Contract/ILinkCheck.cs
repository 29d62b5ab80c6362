namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner says, when asked, whether a product may be linked: whether we are in its programme and the page is one that it lets us link.</summary>
public interface ILinkCheck
{
    /// <summary>
    /// Has the partner make the link, which it does only where it will pay for it. A refusal is a failure of kind <see cref="PartnerFailureKind.Refused"/>; any other failure
    /// says nothing about the product.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="product">The product.</param>
    /// <param name="creatorTag">The tag that the link will carry; empty for the connection's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The partner's own link.</returns>
    Task<PartnerResult<string>> CheckLinkAsync(ConnectionContext connection, ProductReference product, string creatorTag, CancellationToken cancellationToken);
}
