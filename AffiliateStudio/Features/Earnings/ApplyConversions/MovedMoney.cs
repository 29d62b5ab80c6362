using System.Globalization;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>Collects what happened to each creator's money in a batch and says it in a sentence.</summary>
internal sealed class MovedMoney
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private readonly Dictionary<(CreatorId Creator, string What, Currency Currency), long> _sums = [];

    /// <summary>A new order.</summary>
    public void Started(CreatorId creator, ConversionState state, Money amount) => Add(creator, amount.IsNegative ? "returned" : $"new and {ConversionWords.Of(state)}", amount);

    /// <summary>The amount changed by so much.</summary>
    public void Corrected(CreatorId creator, Money by) => Add(creator, by.IsNegative ? "taken back" : "added by a correction", by.IsNegative ? -by : by);

    /// <summary>A row changed, from a state and an amount.</summary>
    public void Changed(Conversion row, ConversionState from, Money before)
    {
        if (row.CreatorId is not { } creator)
        {
            return;
        }

        var after = new Money(row.State == ConversionState.Reversed ? 0 : row.CreatorMinor, row.Currency);
        if (row.State != from && row.State == ConversionState.Reversed)
        {
            Moved(creator, from, row.State, before);
        }
        else if (ConversionWords.Of(row.State) != ConversionWords.Of(from))
        {
            Moved(creator, from, row.State, after);
        }
        else if (after != before)
        {
            Corrected(creator, after - before);
        }
    }

    /// <summary>One sentence for each creator whose money moved.</summary>
    public IReadOnlyDictionary<CreatorId, string> Sentences() => _sums
        .GroupBy(sum => sum.Key.Creator)
        .ToDictionary(
            group => group.Key,
            group => string.Join("; ", group
                .OrderBy(sum => sum.Key.What, StringComparer.Ordinal)
                .Select(sum => $"{new Money(sum.Value, sum.Key.Currency).Format(English)} {sum.Key.What}")));

    // Moved from one state to another.
    private void Moved(CreatorId creator, ConversionState from, ConversionState to, Money amount) => Add(
        creator,
        to == ConversionState.Reversed ? $"reversed, was {ConversionWords.Of(from)}" : $"moved from {ConversionWords.Of(from)} to {ConversionWords.Of(to)}",
        amount);

    private void Add(CreatorId creator, string what, Money amount)
    {
        var key = (creator, what, amount.Currency);
        _sums[key] = checked(_sums.GetValueOrDefault(key) + amount.MinorUnits);
    }
}
