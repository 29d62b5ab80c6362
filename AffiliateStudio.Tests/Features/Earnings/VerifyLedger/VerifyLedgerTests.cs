using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.VerifyLedger;

public sealed class VerifyLedgerTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Entry_ChangedByRawSql_IsRefusedByTheDatabase(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)));
        await using var db = world.Database.CreateDbContext();

        foreach (var sql in new[]
        {
            "UPDATE ledger_entries SET \"AmountMinor\" = 1", "DELETE FROM ledger_entries", "UPDATE conversion_events SET \"Reason\" = ''", "DELETE FROM conversion_events",
        })
        {
            var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => db.InWriteAsync(token => db.Database.ExecuteSqlRawAsync(sql, token), TestContext.Current.CancellationToken));
            Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Check_OfRightBooks_FindsNothingAndSumsToZero(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)), Line("b", ConversionState.Pending, 77, tag: "nobody-20"));

        var report = await world.Verify.RunAsync(null, TestContext.Current.CancellationToken);

        Assert.True(report.IsRight);
        Assert.Equal((5, 2, 2), (report.Entries, report.Transactions, report.Conversions));
        Assert.Equal(0, report.Balances.Sum(balance => balance.Balance.MinorUnits));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Check_AfterAConversionWasChangedBehindTheLedger_NamesIt(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)));
        await using (var db = world.Database.CreateDbContext())
        {
            await db.InWriteAsync(token => db.Database.ExecuteSqlRawAsync("UPDATE conversions SET \"CreatorMinor\" = 500", token), TestContext.Current.CancellationToken);
        }

        var report = await world.Verify.RunAsync(null, TestContext.Current.CancellationToken);

        Assert.False(report.IsRight);
        Assert.Contains(report.Problems, problem => problem.Contains("walmart a: CreatorApproved is off by 1.00 USD", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Check_AfterAOneSidedEntry_NamesTheTransaction(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)));
        await using (var db = world.Database.CreateDbContext())
        {
            const string OneSided =
                """
                INSERT INTO ledger_entries ("TransactionId", "Account", "ConversionId", "AmountMinor", "Currency", "Formula", "Reason", "EventAt", "PostedAt")
                SELECT "TransactionId", 'StudioRevenue', "ConversionId", -7, "Currency", '', '', "EventAt", "PostedAt" FROM ledger_entries LIMIT 1
                """;
            await db.InWriteAsync(token => db.Database.ExecuteSqlRawAsync(OneSided, token), TestContext.Current.CancellationToken);
        }

        var report = await world.Verify.RunAsync(null, TestContext.Current.CancellationToken);

        Assert.Contains(report.Problems, problem => problem.StartsWith("Transaction ", StringComparison.Ordinal) && problem.EndsWith("is off by -0.07 USD.", StringComparison.Ordinal));
    }
}
