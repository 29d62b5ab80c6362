namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A product found in a pasted URL.</summary>
/// <param name="ExternalId">The partner's id of it.</param>
/// <param name="CleanUrl">The canonical page without any tag, https.</param>
/// <param name="TitleHint">What the URL's slug says the product is called, in words, or null.</param>
public sealed record RecognizedProduct(string ExternalId, string CleanUrl, string? TitleHint)
{
    /// <summary>The currency of the shop that the page is in, as an ISO 4217 code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The merchant inside a network, by the network's id; null where the partner is the shop.</summary>
    public string? MerchantId { get; init; }
}
