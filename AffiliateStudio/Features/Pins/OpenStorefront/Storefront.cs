namespace AffiliateStudio.Features.Pins.OpenStorefront;

/// <summary>A creator's public page.</summary>
/// <param name="Handle">The handle.</param>
/// <param name="Name">The name.</param>
/// <param name="Bio">What the creator says about themself, or empty.</param>
/// <param name="Videos">The newest videos.</param>
/// <param name="Products">What is pinned now, each product once, newest first.</param>
public sealed record Storefront(string Handle, string Name, string Bio, IReadOnlyList<StorefrontVideo> Videos, IReadOnlyList<PinnedProduct> Products);
