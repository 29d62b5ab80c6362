using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using EarningRowsOf = AffiliateStudio.Features.Earnings.ListEarningRows.ListEarningRows;
using ReadHistory = AffiliateStudio.Features.Earnings.ReadEarningHistory.ReadEarningHistory;
using ReadMoney = AffiliateStudio.Features.Earnings.ReadEarnings.ReadEarnings;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings;

public sealed class CountedConversionsTests
{
    private static readonly EarningsPeriod Week = new(new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 15));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SandboxOrders_OfAPartnerThatGoesLive_CountUntilThenAndAfterItsReturn(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var connections = PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);
        await PlayAsync(world);
        var played = await MoneyAsync(world);

        await connections.SwitchAsync(PartnerKey.Walmart, ConnectionKind.Live, Cancel);
        var live = await MoneyAsync(world);
        await connections.SwitchAsync(PartnerKey.Walmart, ConnectionKind.Sandbox, Cancel);
        var again = await MoneyAsync(world);

        // 80 % of 5.00 and 2.00 of Walmart's sandbox, of 1.00 of Amazon's, of 3.00 that Walmart itself reported; 9.00 of its sandbox are nobody's. With one partner live,
        // no sandbox counts any more.
        Assert.Equal(new Money(880, 880, 4, 4, -880, -900, 3), played);
        Assert.Equal(new Money(240, 240, 1, 1, -240, 0, 0), live);
        Assert.Equal(played, again);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SandboxOrders_WithAPlatformThatGoesLive_StillCount(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await PlayAsync(world);
        var played = await MoneyAsync(world);

        await PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock).SwitchAsync(PartnerKey.TikTok, ConnectionKind.Live, Cancel);

        Assert.Equal(played, await MoneyAsync(world));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameKey_FromTheSandboxAndThePartner_IsTwoOrders(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var day = Batch(Line("day/1", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin))) with { ReplacesScope = "day" };
        await world.ApplyAsync(PartnerKey.Walmart, day, ConnectionKind.Sandbox);

        await world.ApplyAsync(PartnerKey.Walmart, day with { Lines = [Line("day/1", ConversionState.Pending, 300, world.SubIdOf(world.BenPin))], AsOf = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        await world.ApplyAsync(PartnerKey.Walmart, day with { Lines = [] });

        await using var db = world.Database.CreateDbContext();
        var rows = await db.Set<Conversion>().AsNoTracking().Where(row => row.ExternalKey == "day/1").OrderBy(row => row.Side).ToListAsync(Cancel);
        Assert.Equal(
            [(ConnectionKind.Live, world.Ben.Id, ConversionState.Reversed), (ConnectionKind.Sandbox, world.Ada.Id, ConversionState.Approved)],
            rows.Select(row => (row.Side, row.CreatorId!.Value, row.State)));
        await world.AssertBooksAreRightAsync();
    }

    private static async Task PlayAsync(EarningsWorld world)
    {
        await world.ApplyAsync(
            PartnerKey.Walmart,
            Batch(
                Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)),
                Line("b", ConversionState.Approved, 200, world.SubIdOf(world.AdaPin)),
                Line("nobody's", ConversionState.Approved, 900, tag: "stranger"),
                Line("odd", ConversionState.Other, 0) with { StateRaw = "PONDERING" },
                Line("claimed", ConversionState.Other, 0, tag: "new-20")),
            ConnectionKind.Sandbox);
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Line("c", ConversionState.Approved, 100, world.SubIdOf(world.AdaAmazonPin))), ConnectionKind.Sandbox);
        await world.ApplyAsync(PartnerKey.Walmart, Batch(Line("a", ConversionState.Approved, 300, world.SubIdOf(world.AdaPin))));
    }

    // Every place that counts: the page, its rows, the file, the balances of creators and of nobody's money, and the unmatched orders.
    private static async Task<Money> MoneyAsync(EarningsWorld world)
    {
        var page = await new ReadMoney(world.Database, new ClickCountsStub(), new PartnerDirectory(world.Database), world.Clock).RunAsync(new ReadMoney.Query(world.AsAda, Week), Cancel);
        var list = new EarningRowsOf(world.Database, new PartnerDirectory(world.Database));
        var rows = await list.RunAsync(new EarningRowsOf.Query(world.AsAda, new EarningRowFilter(Week)), Cancel);
        var file = await list.EachAsync(world.AsAda, new EarningRowFilter(Week), Cancel).CountAsync(Cancel);
        var balances = (await world.Verify.RunAsync(null, Cancel)).Balances.ToDictionary(row => row.Account, row => row.Balance.MinorUnits);
        await using var db = world.Database.CreateDbContext();
        var unmatched = await CountedConversions.In(db).CountAsync(row => row.CreatorId == null, Cancel);
        var histories = 0;
        foreach (var key in await db.Set<Conversion>().Where(row => row.CreatorId == world.Ada.Id).Select(row => row.Id).ToListAsync(Cancel))
        {
            histories += (await new ReadHistory(world.Database).RunAsync(new ReadHistory.Query(world.AsAda, key), Cancel)).Changes.Count > 0 ? 1 : 0;
        }

        Assert.Equal(rows.Total, histories);
        return new Money(
            page.Now.Earned.MinorUnits, rows.Sums.Sum(sum => sum.MinorUnits), rows.Total, file, balances[LedgerAccount.CreatorApproved],
            balances.GetValueOrDefault(LedgerAccount.Unmatched), unmatched);
    }

    private sealed record Money(long Page, long Rows, int Count, int File, long Owed, long Unmatched, int Nobodys);
}
