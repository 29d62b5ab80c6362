using System.Globalization;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>How an entry's amount came about, in words that add up: what its place stands for now, and what had been posted there before.</summary>
internal static class LedgerFormula
{
    private const int Longest = 400;

    /// <summary>The formula of the entry of one place.</summary>
    /// <param name="conversion">The conversion as it stands.</param>
    /// <param name="card">The rate card that the estimate goes by, or null.</param>
    /// <param name="place">The place.</param>
    /// <param name="before">What was posted there, in minor units.</param>
    /// <param name="now">What is to be posted there in all, in minor units.</param>
    public static string Of(Conversion conversion, RateCard? card, LedgerPlace place, long before, long now)
    {
        // What we owe and what we keep are credits, which the ledger writes with a minus; a person reads them without.
        var sign = place.Account is LedgerAccount.PartnerPending or LedgerAccount.PartnerReceivable ? 1 : -1;
        Money In(long minor) => new(minor * sign, conversion.Currency);

        var source = $"reported by {conversion.Partner}, {conversion.ExternalKey}";
        var text = now == 0
            ? $"{In(before)} posted back, {source}"
            : $"{Share(conversion, place)} {source}{(before == 0 ? string.Empty : $"; stood at {In(before)}, now {In(now)}")}";
        if (now != 0 && card is not null && conversion.EstimatedCommissionMinor is { } estimate)
        {
            var category = card.Category.Length == 0 ? "all categories" : card.Category;
            text += string.Create(CultureInfo.InvariantCulture, $"; rate card {category} {card.Rate} from {card.EffectiveFrom:yyyy-MM-dd} would give {new Money(estimate, conversion.Currency)}");
        }

        return text.Length <= Longest ? text : text[..Longest];
    }

    private static string Share(Conversion conversion, LedgerPlace place)
    {
        var commission = new Money(conversion.CommissionMinor, conversion.Currency);
        return place.Account switch
        {
            LedgerAccount.PartnerPending or LedgerAccount.PartnerReceivable => $"{commission}",
            LedgerAccount.Unmatched => $"No creator is known for {commission}",
            LedgerAccount.StudioPending or LedgerAccount.StudioRevenue => $"What the creator's {conversion.CreatorShare} leave of {commission}",
            _ => $"{conversion.CreatorShare} of {commission}",
        };
    }
}
