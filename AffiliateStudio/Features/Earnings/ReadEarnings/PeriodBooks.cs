using System.Globalization;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ReadEarnings;

/// <summary>Conversions of one day, pin, partner, state and currency, added up by the database.</summary>
internal sealed record ConversionSum(DateOnly Day, PinId? PinId, PartnerKey Partner, ConversionState State, Currency Currency, long CreatorMinor, int Rows, int Sales);

/// <summary>A pin of the creator with the names that rows show.</summary>
internal sealed record CreatorPin(PinId Id, VideoId VideoId, PartnerKey Partner, string Offer, string Caption);

/// <summary>Adds the sums of one currency up in the ways that the page shows. All of them come from the same sums, so they agree to the cent.</summary>
internal sealed class PeriodBooks(
    EarningsPeriod period,
    Currency currency,
    IReadOnlyList<ConversionSum> sums,
    IReadOnlyList<CreatorPin> pins,
    IReadOnlyList<ClickHour> hours,
    IReadOnlyList<Partner> partners)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private readonly List<ConversionSum> _now = [.. sums.Where(sum => sum.Day >= period.From)];
    private readonly List<ConversionSum> _earned = [.. sums.Where(sum => sum.Day >= period.From && sum.State != ConversionState.Reversed)];
    private readonly Dictionary<PinId, CreatorPin> _pins = pins.ToDictionary(pin => pin.Id);
    private readonly Dictionary<PinId, long> _clicks = hours.Where(hour => DayOf(hour) >= period.From).GroupBy(hour => hour.Pin).ToDictionary(of => of.Key, of => of.Sum(hour => hour.Clicks));

    public EarningsNumbers Numbers(EarningsPeriod span)
    {
        var rows = sums.Where(sum => sum.Day >= span.From && sum.Day <= span.To && sum.State != ConversionState.Reversed).ToList();
        return new EarningsNumbers(
            In(rows.Sum(sum => sum.CreatorMinor)),
            In(rows.Where(sum => ConversionWords.Of(sum.State) == "pending").Sum(sum => sum.CreatorMinor)),
            rows.Sum(sum => (long)sum.Sales),
            hours.Where(hour => DayOf(hour) >= span.From && DayOf(hour) <= span.To).Sum(hour => hour.Clicks),
            rows.Sum(sum => (long)sum.Rows - sum.Sales));
    }

    public IReadOnlyList<StateTotal> States(IReadOnlyDictionary<PartnerKey, DateTime> nextLocks, DateOnly today) =>
    [
        .. _now.GroupBy(sum => ConversionWords.Of(sum.State))
            .OrderBy(of => ConversionWords.All.ToList().IndexOf(of.Key))
            .Select(of => new StateTotal(of.Key, In(of.Sum(sum => sum.CreatorMinor)), of.Sum(sum => (long)sum.Sales), of.Sum(sum => (long)sum.Rows - sum.Sales), Next(of.Key, [.. of], nextLocks, today))),
    ];

    public IReadOnlyList<EarningsDay> Days()
    {
        var money = _earned.ToLookup(sum => sum.Day);
        var taps = hours.ToLookup(DayOf);
        return
        [
            .. period.Each().Select(day => new EarningsDay(
                day,
                money[day].GroupBy(sum => ConversionWords.Of(sum.State)).ToDictionary(of => of.Key, of => of.Sum(sum => sum.CreatorMinor)),
                taps[day].Sum(hour => hour.Clicks),
                money[day].Sum(sum => (long)sum.Sales))),
        ];
    }

    public IReadOnlyList<long> EarnedBefore()
    {
        var money = sums.Where(sum => sum.Day < period.From && sum.State != ConversionState.Reversed).ToLookup(sum => sum.Day);
        return [.. period.Before.Each().Select(day => money[day].Sum(sum => sum.CreatorMinor))];
    }

    public IReadOnlyList<EarningsSource> ByPin() => Sorted(
        _earned.Select(sum => sum.PinId).Concat(_clicks.Keys.Select(pin => (PinId?)pin)).Distinct()
            .Select(id => Source(
                id is { } pin && _pins.TryGetValue(pin, out var known) ? $"{known.Offer} · {known.Caption}" : "No pin known (tracking tag only)",
                sum => sum.PinId == id,
                tapped => tapped == id) with { Pin = id }));

    public IReadOnlyList<EarningsSource> ByVideo() => Sorted(
        _earned.Select(sum => VideoOf(sum.PinId)).Concat(_clicks.Keys.Select(pin => VideoOf(pin))).Distinct()
            .Select(id => Source(
                id is null ? "No video known (tracking tag only)" : pins.First(pin => pin.VideoId == id).Caption,
                sum => VideoOf(sum.PinId) == id,
                tapped => VideoOf(tapped) == id) with { Video = id }));

    public IReadOnlyList<EarningsSource> ByPartner() => Sorted(
        _earned.Select(sum => sum.Partner).Concat(_clicks.Keys.Where(_pins.ContainsKey).Select(pin => _pins[pin].Partner)).Distinct()
            .Select(key => Source(NameOf(key), sum => sum.Partner == key, tapped => _pins.TryGetValue(tapped, out var pin) && pin.Partner == key) with { Partner = key }));

    private static DateOnly DayOf(ClickHour hour) => DateOnly.FromDateTime(hour.Hour);

    private static IReadOnlyList<EarningsSource> Sorted(IEnumerable<EarningsSource> sources) =>
        [.. sources.OrderByDescending(source => source.Earned.MinorUnits).ThenByDescending(source => source.Clicks).ThenBy(source => source.Title, StringComparer.Ordinal)];

    private EarningsSource Source(string title, Func<ConversionSum, bool> earned, Func<PinId, bool> tapped)
    {
        var rows = _earned.Where(earned).ToList();
        return new EarningsSource(
            title, null, null, null, In(rows.Sum(sum => sum.CreatorMinor)), rows.Sum(sum => (long)sum.Sales), _clicks.Where(pin => tapped(pin.Key)).Sum(pin => pin.Value));
    }

    private VideoId? VideoOf(PinId? pin) => pin is { } id && _pins.TryGetValue(id, out var known) ? known.VideoId : null;

    private string NameOf(PartnerKey key) => partners.FirstOrDefault(partner => partner.Key == key)?.Name ?? key.Value;

    private string Next(string state, IReadOnlyList<ConversionSum> rows, IReadOnlyDictionary<PartnerKey, DateTime> nextLocks, DateOnly today)
    {
        switch (state)
        {
            case "pending" when nextLocks.Count > 0:
                var (partner, at) = nextLocks.MinBy(next => next.Value);
                return $"The next part is pending until {at.ToString("d MMM", English)}, then {NameOf(partner)} locks it";
            case "pending":
                return Traveller(rows) is { } agency ? $"{agency} approves it after the guests have left" : "Until the partner approves it";
            case "approved" when Traveller(rows) is { } hotelier:
                return $"The stay is over; {hotelier} pays about a month after it";
            case "approved":
                var due = rows.Select(row => row.Day.AddDays(partners.FirstOrDefault(one => one.Key == row.Partner)?.PaysAfterDays ?? 60)).Min();
                var payer = NameOf(rows.MinBy(row => row.Day)!.Partner);
                return due <= today ? $"Locked; {payer} pays it any day now" : $"Locked; {payer} pays from about {due.ToString("d MMM", English)}";
            case "payable":
                return "Cleared by the partner; yours with the next payout";
            case "paid":
                return "Paid out";
            case "held":
                return "Withheld while somebody looks into it";
            default:
                return "Taken back by the partner; each row says why";
        }
    }

    // The partner for travel, when all of it is travel.
    private string? Traveller(IReadOnlyList<ConversionSum> rows) => rows.All(row => partners.Any(partner => partner.Key == row.Partner && partner.IsTravel)) ? NameOf(rows[0].Partner) : null;

    private Money In(long minor) => new(minor, currency);
}
