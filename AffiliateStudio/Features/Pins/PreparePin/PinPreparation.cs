using AffiliateStudio.Features.Catalog;

namespace AffiliateStudio.Features.Pins.PreparePin;

/// <summary>What the dialog needs to pin an offer.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Disclosure">The sentences that will stand first.</param>
/// <param name="WhyNotEarning">Why the creator's link will not earn in the offer's shop; null when it will.</param>
/// <param name="Limit">How many pins a video may have.</param>
/// <param name="Targets">The creator's videos, newest first; at the end the one that the dialog was opened from when it is older than those.</param>
public sealed record PinPreparation(OfferSummary Offer, string Disclosure, string? WhyNotEarning, int Limit, IReadOnlyList<PinTarget> Targets);
