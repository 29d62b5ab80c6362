namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>One hop of a tested link as its creator sees it.</summary>
/// <param name="Place">The host, or the shop and "sandbox".</param>
/// <param name="Status">What it answered; null when it was not asked or did not answer.</param>
/// <param name="HasTag">Whether the tag stands in the address.</param>
/// <param name="HasSubId">Whether the sub-id stands in it.</param>
public sealed record LinkStep(string Place, int? Status, bool HasTag, bool HasSubId);
