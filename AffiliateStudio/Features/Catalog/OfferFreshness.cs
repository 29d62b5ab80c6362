using AffiliateStudio.Features.Catalog.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>When what we know of an offer should be asked for again.</summary>
internal static class OfferFreshness
{
    /// <summary>How old an answer may be before somebody who opens the offer gets a fresh one. Well under the hour after which Amazon demands a time beside the price.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether the partner should be asked again.</summary>
    public static bool IsStale(Offer offer, DateTime now) => offer.FetchedAt is not { } fetched || now - fetched > Lifetime;
}
