using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The merchants that partners told us of, from memory: links are recognised and checked while somebody waits.</summary>
public interface IMerchantBook
{
    /// <summary>A merchant by the partner's id, whatever its state; null when it is not known.</summary>
    Merchant? Find(PartnerKey partner, string id);

    /// <summary>The merchant whose shop a host is, whatever its state; null when there is none.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="host">The host, as IDN, in any case.</param>
    Merchant? FindByHost(PartnerKey partner, string host);
}
