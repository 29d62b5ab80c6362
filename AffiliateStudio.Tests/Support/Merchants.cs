using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Support;

/// <summary>Merchants that a test names, found by id and by exact host.</summary>
internal sealed class Merchants(params Merchant[] merchants) : IMerchantBook
{
    /// <summary>None at all.</summary>
    public static Merchants None { get; } = new();

    public Merchant? Find(PartnerKey partner, string id) => merchants.FirstOrDefault(merchant => merchant.Partner == partner && merchant.Id == id);

    public Merchant? FindByHost(PartnerKey partner, string host) => merchants.FirstOrDefault(
        merchant => merchant.Partner == partner && merchant.Hosts.Split(' ').Contains(host, StringComparer.OrdinalIgnoreCase));
}
