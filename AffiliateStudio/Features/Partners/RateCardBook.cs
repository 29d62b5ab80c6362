using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>Rate cards in memory, to price many offers at once.</summary>
internal sealed class RateCardBook
{
    private readonly Dictionary<(PartnerKey Partner, string Merchant, string Category), RateCard[]> _cards;

    /// <summary>Makes a book of these cards.</summary>
    public RateCardBook(IEnumerable<RateCard> cards) => _cards = cards
        .GroupBy(card => (card.Partner, card.Merchant, card.Category))
        .ToDictionary(group => group.Key, group => group.OrderByDescending(card => card.EffectiveFrom).ToArray());

    /// <summary>
    /// The card that holds for a studio category on a day of the partner's: the merchant's own for the category itself, else for the level above, and so on up to the
    /// merchant's general card; then the partner's in the same way. Of several in a row the latest that has begun. Null when there is none: then nothing is known, which is
    /// not a rate of zero.
    /// </summary>
    public RateCard? Find(PartnerKey partner, string merchant, string category, DateOnly day) =>
        (merchant.Length > 0 ? FindIn(partner, merchant, category, day) : null) ?? FindIn(partner, string.Empty, category, day);

    private RateCard? FindIn(PartnerKey partner, string merchant, string category, DateOnly day)
    {
        var level = category;
        while (true)
        {
            if (_cards.TryGetValue((partner, merchant, level), out var cards) && Array.Find(cards, card => card.EffectiveFrom <= day) is { } card)
            {
                return card;
            }

            if (level.Length == 0)
            {
                return null;
            }

            var end = level.LastIndexOf('/');
            level = end < 0 ? string.Empty : level[..end];
        }
    }
}
