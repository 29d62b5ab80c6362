using System.Globalization;
using System.Numerics;
using AffiliateStudio.Platform.Money;
using FsCheck;
using FsCheck.Fluent;
using Amount = AffiliateStudio.Platform.Money.Money;

namespace AffiliateStudio.Tests.Platform.Money;

/// <summary>Money against integers without limits, for currencies of every exponent.</summary>
public sealed class MoneyPropertyTests
{
    private static readonly Currency[] Currencies = [.. new[] { "JPY", "USD", "BHD", "CLF", "EUR", "KWD", "UYW", "KRW" }.Select(Currency.Of)];

    private static readonly string[] Cultures = ["", "en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "ja-JP", "hi-IN", "sv-SE", "pt-BR"];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static Gen<long> Amounts => Gen.OneOf(
        Gen.Choose(-1_000_000, 1_000_000).Select(amount => (long)amount),
        ArbMap.Default.GeneratorFor<long>(),
        Gen.Elements(0L, 1L, -1L, long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1));

    private static Gen<Amount> Monies => Gen.Elements(Currencies).SelectMany(_ => Amounts, (currency, amount) => new Amount(amount, currency));

    [Fact]
    public void SumAndDifference_AreExactOrRefused() => Check(
        Monies.SelectMany(_ => Amounts, (left, right) => (left, right)),
        pair =>
        {
            var right = new Amount(pair.right, pair.left.Currency);
            return Agrees(() => (pair.left + right).MinorUnits, (BigInteger)pair.left.MinorUnits + right.MinorUnits)
                && Agrees(() => (pair.left - right).MinorUnits, (BigInteger)pair.left.MinorUnits - right.MinorUnits)
                && Agrees(() => (-pair.left).MinorUnits, -(BigInteger)pair.left.MinorUnits);
        });

    [Fact]
    public void Reversal_OfAnything_CancelsItExactly() => Check(Monies.Where(money => money.MinorUnits != long.MinValue), money => (money + -money).IsZero);

    [Fact]
    public void Share_IsTheExactProductRoundedOnceHalfToEven() => Check(
        Monies.SelectMany(_ => Gen.Choose(0, 20_000), (money, points) => (money, points)),
        pair => Agrees(() => new Rate(pair.points).Of(pair.money).MinorUnits, HalfToEven((BigInteger)pair.money.MinorUnits * pair.points, 10_000)));

    [Fact]
    public void Parts_AddUpToTheWholeAndNoneIsAUnitOff() => Check(
        Monies.Where(money => money.MinorUnits != long.MinValue).SelectMany(_ => Gen.Choose(1, 12).SelectMany(count => Gen.Choose(0, 1_000_000).ArrayOf(count)), (money, weights) => (money, weights)),
        pair =>
        {
            long[] weights = [.. pair.weights.Select(weight => (long)weight)];
            if (weights.Sum() == 0)
            {
                weights[0] = 1;
            }

            var parts = pair.money.Allocate(weights);
            var total = (BigInteger)weights.Sum();
            return parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part.MinorUnits) == pair.money.MinorUnits
                && parts.Zip(weights).All(part => BigInteger.Abs(((BigInteger)part.First.MinorUnits * total) - ((BigInteger)pair.money.MinorUnits * part.Second)) < total)
                && parts.Zip(weights).All(part => part.Second != 0 || part.First.IsZero);
        });

    [Fact]
    public void Parts_AreThoseOfTheLargestRemaindersTheEarlierFirst() => Check(
        Monies.Where(money => money.MinorUnits != long.MinValue).SelectMany(
            _ => Gen.Choose(1, 8).SelectMany(count => Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(0, 1_000_000)).ArrayOf(count)),
            (money, weights) => (money, weights)),
        pair =>
        {
            long[] weights = [.. pair.weights.Select(weight => (long)weight)];
            weights[^1] = Math.Max(1, weights[^1]);

            return pair.money.Allocate(weights).Select(part => (BigInteger)part.MinorUnits).SequenceEqual(LargestRemainders(pair.money.MinorUnits, weights));
        });

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, new long[] { -34, -33, -33 })]
    [InlineData(5, new long[] { 1, 1 }, new long[] { 3, 2 })]
    [InlineData(-5, new long[] { 1, 1 }, new long[] { -3, -2 })]
    [InlineData(10, new long[] { 1, 0, 2 }, new long[] { 3, 0, 7 })]
    [InlineData(1, new long[] { 1, 2, 2 }, new long[] { 0, 1, 0 })]
    public void Parts_OfKnownSums_AreThese(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, new Amount(amount, Currency.Usd).Allocate(weights).Select(part => part.MinorUnits));

    [Fact]
    public void Split_OfAReversal_IsTheMirrorOfTheSplit() => Check(
        Monies.Where(money => money.MinorUnits != long.MinValue).SelectMany(_ => Gen.Choose(0, 10_000), (money, points) => (money, points)),
        pair =>
        {
            var (share, rest) = pair.money.Split(new Rate(pair.points));
            var (shareBack, restBack) = (-pair.money).Split(new Rate(pair.points));
            return (share + shareBack).IsZero && (rest + restBack).IsZero && share + rest == pair.money;
        });

    [Fact]
    public void Format_ReadBackInTheSameCulture_IsTheSameAmount() => Check(
        Monies.SelectMany(_ => Gen.Elements(Cultures), (money, culture) => (money, culture)),
        pair =>
        {
            var culture = CultureInfo.GetCultureInfo(pair.culture);
            return MoneyFormat.TryParse(pair.money.Format(culture), pair.money.Currency, culture, out var back) && back == pair.money;
        });

    [Fact]
    public void Major_TurnedBack_IsTheSameAmount() => Check(Monies, money => Amount.FromMajor(money.Major, money.Currency) == money);

    [Fact]
    public void TwoCurrencies_AreNeverAdded() =>
        Assert.Throws<InvalidOperationException>(() => new Amount(1, Currency.Usd) + new Amount(1, Currency.Eur));

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) => Prop.ForAll(values.ToArbitrary(), holds).Check(Many);

    private static bool Agrees(Func<long> computed, BigInteger exact)
    {
        try
        {
            return computed() == exact;
        }
        catch (OverflowException)
        {
            return exact > long.MaxValue || exact < long.MinValue;
        }
    }

    // Hamilton's method as the books have it: whole quotas first, then one unit each by remainder, ties by place; a negative amount is its mirror image.
    private static IEnumerable<BigInteger> LargestRemainders(BigInteger amount, long[] weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var size = BigInteger.Abs(amount);
        var quotas = weights.Select(weight => size * weight / total).ToList();
        var left = (int)(size - quotas.Aggregate(BigInteger.Zero, (sum, quota) => sum + quota));
        var lucky = weights.Select((weight, place) => (Remainder: size * weight % total, place))
            .OrderByDescending(part => part.Remainder).ThenBy(part => part.place)
            .Take(left).Select(part => part.place).ToHashSet();
        return quotas.Select((quota, place) => amount.Sign * (quota + (lucky.Contains(place) ? 1 : 0)));
    }

    private static BigInteger HalfToEven(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var remainder);
        var comparison = (remainder * 2).CompareTo(denominator);
        if (comparison > 0 || (comparison == 0 && !quotient.IsEven))
        {
            quotient++;
        }

        return numerator.Sign * quotient;
    }
}
