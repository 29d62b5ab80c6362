using System.Globalization;
using System.Web;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Features.Earnings.ReadEarnings;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using EarningRowsOf = AffiliateStudio.Features.Earnings.ListEarningRows.ListEarningRows;
using ReadMoney = AffiliateStudio.Features.Earnings.ReadEarnings.ReadEarnings;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ReadEarnings;

public sealed class ReadEarningsTests
{
    private static readonly EarningsPeriod Week = new(new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 15));

    [Theory, ClassData(typeof(Engines))]
    public async Task Totals_OfEveryKind_OpenRowsThatAddUpToTheCent(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);
        var view = await ReadAsync(world, world.AsAda);

        var links = view.States.Select(total => (total.Amount, EarningsRoutes.Rows(Week.From, Week.To, total.State, currency: view.Currency.Code)))
            .Append((view.Now.Earned, EarningsRoutes.Rows(Week.From, Week.To, "earned", currency: view.Currency.Code)))
            .Concat(view.Videos.Concat(view.Pins).Concat(view.Partners).Where(source => (source.Video, source.Pin, source.Partner) != (null, null, null))
                .Select(source => (source.Earned, EarningsRoutes.Rows(Week.From, Week.To, "earned", source.Video, source.Pin, source.Partner, view.Currency.Code))))
            .ToList();

        Assert.Equal(7, links.Count);
        foreach (var (amount, link) in links)
        {
            var rows = await RowsAsync(world, world.AsAda, link);
            Assert.Equal(amount.MinorUnits, rows.Sums.SingleOrDefault().MinorUnits);
            Assert.Equal(amount.MinorUnits, rows.Rows.Sum(row => row.Amount.MinorUnits));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Numbers_OfAPeriod_CountWhatTheWordsSay(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);

        var view = await ReadAsync(world, world.AsAda);

        // 80 % of 10.00 + 5.00 + 2.50 (pending, approved, tag only) less a return of 1.00; the reversed 7.00 counts for nothing.
        Assert.Equal(new Money(1_320, Currency.Usd), view.Now.Earned);
        Assert.Equal(new Money(800, Currency.Usd), view.Now.Pending);
        Assert.Equal((3, 1, 4), (view.Now.Orders, view.Now.Returns, view.Now.Clicks));
        Assert.Equal(4, (await RowsAsync(world, world.AsAda, EarningsRoutes.Rows(Week.From, Week.To, "earned"))).Total);
        Assert.Equal([(1L, 0L), (2L, 1L), (1L, 0L)], view.States.Select(total => (total.Orders, total.Returns)));
        Assert.Equal(new Money(330, Currency.Usd), view.Now.Epc);
        Assert.Equal(new Rate(7_500), view.Now.ConversionRate);
        Assert.Equal((new Money(240, Currency.Usd), 1L, 2L), (view.Before.Earned, view.Before.Orders, view.Before.Clicks));
        Assert.Equal(["pending", "approved", "reversed"], view.States.Select(total => total.State));
        Assert.Equal(1_320, view.Days.Sum(day => day.Earned));
        Assert.Equal((7, 240), (view.EarnedBefore.Count, view.EarnedBefore.Sum()));
        Assert.Contains("26 Feb", view.States[0].Next, StringComparison.Ordinal);
        Assert.Contains("Walmart locks it", view.States[0].Next, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnotherCreator_SeesNeitherMoneyNorRowsNorHistory(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);

        var view = await ReadAsync(world, world.AsBen);
        var rows = await RowsAsync(world, world.AsBen, EarningsRoutes.Rows(Week.From, Week.To, pin: world.AdaPin.Id));
        var history = await new AffiliateStudio.Features.Earnings.ReadEarningHistory.ReadEarningHistory(world.Database).RunAsync(
            new(world.AsBen, (await world.FindAsync("pending")).Id), TestContext.Current.CancellationToken);

        Assert.True(view.IsEmpty);
        Assert.Equal(new Money(720, Currency.Usd), Assert.Single(view.News).Amount);
        Assert.Equal((0, 0), (rows.Total, rows.Sums.Count));
        Assert.Empty(history.Changes);
        Assert.Empty(history.Entries);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task History_OfAnOwnOrder_HasEveryChangeAndEntry(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);

        var history = await new AffiliateStudio.Features.Earnings.ReadEarningHistory.ReadEarningHistory(world.Database).RunAsync(
            new(world.AsAda, (await world.FindAsync("reversed")).Id), TestContext.Current.CancellationToken);

        Assert.Equal(["approved", "reversed"], history.Changes.Select(change => change.State));
        Assert.Equal([560, -560], history.Entries.Select(entry => entry.Amount.MinorUnits));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SeveralCurrencies_AreNeverAdded(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(
            Line("usd", ConversionState.Approved, 100, world.SubIdOf(world.AdaPin)),
            Line("eur", ConversionState.Approved, 0, world.SubIdOf(world.AdaPin)) with { Commission = new Money(500, Currency.Eur), SaleAmount = new Money(9_000, Currency.Eur) });

        var euros = await ReadAsync(world, world.AsAda, "EUR");
        var rows = await RowsAsync(world, world.AsAda, EarningsRoutes.Rows(Week.From, Week.To));

        Assert.Equal(new Money(400, Currency.Eur), euros.Now.Earned);
        Assert.Equal(2, euros.Currencies.Count);
        Assert.Equal([new Money(400, Currency.Eur), new Money(80, Currency.Usd)], rows.Sums);
    }

    [Theory]
    [InlineData(null, null, null, 30)]
    [InlineData("7", null, null, 7)]
    [InlineData("90", null, null, 90)]
    [InlineData("hello", null, null, 30)]
    [InlineData(null, "2026-01-10", "2026-01-12", 3)]
    [InlineData(null, "2026-01-12", "2026-01-10", 3)]
    [InlineData(null, "1066-10-14", "2026-01-10", 30)]
    [InlineData(null, "2020-01-01", "2026-01-10", 366)]
    public void Period_FromAnAddress_IsAlwaysOneThatCanBeShown(string? range, string? from, string? to, int days) =>
        Assert.Equal(days, EarningsPeriod.Parse(range, from, to, new DateOnly(2026, 1, 15)).Days);

    [Fact]
    public void Period_AsText_NamesItsEnds() => Assert.Equal("2026-01-09 to 2026-01-15", Week.ToString());

    private static async Task SellAsync(EarningsWorld world)
    {
        var subId = world.SubIdOf(world.AdaPin);
        await world.ApplyAsync(
            Line("pending", ConversionState.Pending, 1_000, subId) with { LocksAt = new DateTime(2026, 2, 26, 8, 0, 0, DateTimeKind.Utc) },
            Line("approved", ConversionState.Approved, 500, subId),
            Line("tag", ConversionState.Approved, 250, tag: "ada-20"),
            Line("return", ConversionState.Approved, -100, subId) with { Quantity = -1 },
            Line("reversed", ConversionState.Approved, 700, subId),
            Line("before", ConversionState.Approved, 300, subId) with { OccurredAt = new DateTime(2026, 1, 8, 23, 59, 59, DateTimeKind.Utc) },
            Line("ben's", ConversionState.Approved, 900, tag: "ben-20") with { OccurredAt = new DateTime(2025, 6, 8, 23, 59, 59, DateTimeKind.Utc) });
        await world.ApplyAsync(Line("reversed", ConversionState.Reversed, 0, subId));
    }

    private static async Task<EarningsView> ReadAsync(EarningsWorld world, Actor actor, string? currency = null)
    {
        var clicks = new ClickCountsStub(
            new ClickHour(world.AdaPin.Id, new DateTime(2026, 1, 9, 0, 0, 0, DateTimeKind.Utc), 3),
            new ClickHour(world.AdaPin.Id, new DateTime(2026, 1, 15, 23, 0, 0, DateTimeKind.Utc), 1),
            new ClickHour(world.AdaPin.Id, new DateTime(2026, 1, 8, 23, 0, 0, DateTimeKind.Utc), 2));
        return await new ReadMoney(world.Database, clicks, new PartnerDirectory(world.Database), world.Clock).RunAsync(
            new ReadMoney.Query(actor, Week, currency), TestContext.Current.CancellationToken);
    }

    private static async Task<EarningRows> RowsAsync(EarningsWorld world, Actor actor, string address)
    {
        var query = HttpUtility.ParseQueryString(new Uri("http://studio" + address).Query);
        var period = EarningsPeriod.Parse(null, query["from"], query["to"], DateOnly.Parse("2026-01-15", CultureInfo.InvariantCulture));
        var filter = EarningRowFilter.Parse(period, query["state"], query["video"], query["pin"], query["partner"], query["currency"]);
        return await new EarningRowsOf(world.Database, new PartnerDirectory(world.Database)).RunAsync(
            new EarningRowsOf.Query(actor, filter), TestContext.Current.CancellationToken);
    }
}
