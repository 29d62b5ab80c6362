using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>A product at one shop on one day.</summary>
public sealed record SandboxListing
{
    /// <summary>The product.</summary>
    public required SandboxProduct Product { get; init; }

    /// <summary>The shop.</summary>
    public required SandboxPartner Partner { get; init; }

    /// <summary>The shop's own id of it.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's title.</summary>
    public required string Title { get; init; }

    /// <summary>The price of the day.</summary>
    public required Money Price { get; init; }

    /// <summary>The price it is compared with, when the shop shows one.</summary>
    public required Money? ListPrice { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public required SandboxStock Stock { get; init; }

    /// <summary>What the shop pays for a sale.</summary>
    public Rate Rate => SandboxShops.Of(Partner).RateOf(Product);

    /// <summary>Who sells it. A merchant inside a network sells everything itself.</summary>
    public string Seller => SeededSequence.Hash(Product.Index, (int)Partner, 41) % 4 == 0 && SandboxShops.Of(Partner).MerchantOf(Product).Length == 0
        ? Product.Brand + " Store"
        : SandboxShops.Of(Partner).SellerOf(Product);

    /// <summary>The title as a path segment.</summary>
    public string Slug => string.Join('-', Title.Split([' ', ',', '/', '\'', '-', '(', ')', '&', '.', '%', '#', '+', ':'], StringSplitOptions.RemoveEmptyEntries).Take(9));

    /// <summary>The path of a picture of it on this server.</summary>
    /// <param name="number">1 to 3.</param>
    public string PicturePath(int number) => $"/sandbox/pictures/{Partner.PathName()}/{Id}/{number}.svg";
}
