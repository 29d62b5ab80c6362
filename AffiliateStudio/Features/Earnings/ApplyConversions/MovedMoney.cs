using System.Globalization;
using AffiliateStudio.Features.Accounts.Model;
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

    /// <summary>Moved from one state to another.</summary>
    public void Moved(CreatorId creator, ConversionState from, ConversionState to, Money amount) => Add(
        creator,
        to == ConversionState.Reversed ? $"reversed, was {ConversionWords.Of(from)}" : $"moved from {ConversionWords.Of(from)} to {ConversionWords.Of(to)}",
        amount);

    /// <summary>The amount changed by so much.</summary>
    public void Corrected(CreatorId creator, Money by) => Add(creator, by.IsNegative ? "taken back" : "added by a correction", by.IsNegative ? -by : by);

    /// <summary>One sentence for each creator whose money moved.</summary>
    public IReadOnlyDictionary<CreatorId, string> Sentences() => _sums
        .GroupBy(sum => sum.Key.Creator)
        .ToDictionary(
            group => group.Key,
            group => string.Join("; ", group
                .OrderBy(sum => sum.Key.What, StringComparer.Ordinal)
                .Select(sum => $"{new Money(sum.Value, sum.Key.Currency).Format(English)} {sum.Key.What}")));

    private void Add(CreatorId creator, string what, Money amount)
    {
        var key = (creator, what, amount.Currency);
        _sums[key] = checked(_sums.GetValueOrDefault(key) + amount.MinorUnits);
    }
}
