using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Earnings;

/// <summary>A place in the ledger: an account, and on creator accounts whose it is.</summary>
/// <param name="Account">The account.</param>
/// <param name="CreatorId">The creator, on creator accounts.</param>
/// <param name="PinId">The pin, on creator accounts when it is known.</param>
internal readonly record struct LedgerPlace(LedgerAccount Account, CreatorId? CreatorId, PinId? PinId);

/// <summary>
/// What the books must say about a conversion. Postings are always the difference between that and what was posted, so they add up to zero, and taking something back
/// posts exactly what was posted, the other way round.
/// </summary>
internal static class LedgerBooks
{
    /// <summary>The balance of each place for the conversion as it stands; adds up to zero. Places with nothing are left out.</summary>
    public static Dictionary<LedgerPlace, long> Of(Conversion conversion)
    {
        var books = new Dictionary<LedgerPlace, long>();
        if (conversion.State == ConversionState.Reversed)
        {
            return books;
        }

        var (partner, creator, studio) = Accounts(conversion.State);
        Put(books, new LedgerPlace(partner, null, null), conversion.CommissionMinor);
        if (conversion.CreatorId is not { } owner)
        {
            Put(books, new LedgerPlace(LedgerAccount.Unmatched, null, null), -conversion.CommissionMinor);
            return books;
        }

        var paid = conversion.PaidMinor ?? conversion.CreatorMinor;
        Put(books, new LedgerPlace(creator, owner, conversion.PinId), conversion.State == ConversionState.Paid ? -paid : -conversion.CreatorMinor);
        if (conversion.State == ConversionState.Paid)
        {
            // What was taken back after payment stands against what the creator earns next.
            Put(books, new LedgerPlace(LedgerAccount.CreatorPayable, owner, conversion.PinId), paid - conversion.CreatorMinor);
        }

        Put(books, new LedgerPlace(studio, null, null), conversion.CreatorMinor - conversion.CommissionMinor);
        return books;
    }

    /// <summary>What to post so that the books come to say <paramref name="wanted"/>, in a fixed order.</summary>
    public static IReadOnlyList<KeyValuePair<LedgerPlace, long>> Difference(IReadOnlyDictionary<LedgerPlace, long> posted, IReadOnlyDictionary<LedgerPlace, long> wanted) =>
    [
        .. posted.Keys.Union(wanted.Keys)
            .Select(place => KeyValuePair.Create(place, checked(wanted.GetValueOrDefault(place) - posted.GetValueOrDefault(place))))
            .Where(posting => posting.Value != 0)
            .OrderBy(posting => posting.Key.Account).ThenBy(posting => posting.Value),
    ];

    private static (LedgerAccount Partner, LedgerAccount Creator, LedgerAccount Studio) Accounts(ConversionState state) => state switch
    {
        ConversionState.Held => (LedgerAccount.PartnerPending, LedgerAccount.CreatorHeld, LedgerAccount.StudioPending),
        ConversionState.Approved => (LedgerAccount.PartnerReceivable, LedgerAccount.CreatorApproved, LedgerAccount.StudioRevenue),
        ConversionState.Payable => (LedgerAccount.PartnerReceivable, LedgerAccount.CreatorPayable, LedgerAccount.StudioRevenue),
        ConversionState.Paid => (LedgerAccount.PartnerReceivable, LedgerAccount.CreatorPaid, LedgerAccount.StudioRevenue),
        _ => (LedgerAccount.PartnerPending, LedgerAccount.CreatorPending, LedgerAccount.StudioPending),
    };

    private static void Put(Dictionary<LedgerPlace, long> books, LedgerPlace place, long amount)
    {
        if (amount != 0)
        {
            books[place] = amount;
        }
    }
}
