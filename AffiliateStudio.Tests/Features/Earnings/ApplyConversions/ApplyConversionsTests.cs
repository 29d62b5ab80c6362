using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ApplyConversions;

public sealed class ApplyConversionsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task NewLine_WithOurSubId_BelongsToPinAndClickAndIsPosted(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        var outcome = await world.ApplyAsync(Line("1.1.1", ConversionState.Pending, 125, world.SubIdOf(world.AdaPin)));

        Assert.Equal((1, 0, 0, 0), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Unmatched));
        var row = await world.FindAsync("1.1.1");
        Assert.Equal((world.Ada.Id, world.AdaPin.Id), (row.CreatorId, row.PinId));
        Assert.NotNull(row.ClickId);
        Assert.Equal((100, 80), (row.CommissionMinor - 25, row.CreatorMinor - 20));
        Assert.Equal(
            new() { [LedgerAccount.PartnerPending] = 125, [LedgerAccount.CreatorPending] = -100, [LedgerAccount.StudioPending] = -25 },
            await world.BalancesAsync());
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameReport_Twice_ChangesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        ReportedConversion[] lines = [Line("a", ConversionState.Pending, 125, world.SubIdOf(world.AdaPin)), Line("b", ConversionState.Approved, -40, tag: "ben-20")];
        await world.ApplyAsync(lines);
        var before = (await world.CountAsync<ConversionEvent>(), await world.CountAsync<LedgerEntry>(), await world.CountAsync<ImportBatch>());

        var outcome = await world.ApplyAsync(lines);

        Assert.Equal(2, outcome.Unchanged);
        Assert.Empty(outcome.Messages);
        Assert.Equal(before, (await world.CountAsync<ConversionEvent>(), await world.CountAsync<LedgerEntry>(), await world.CountAsync<ImportBatch>()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task State_MovingOn_MovesTheMoneyAndSaysSo(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var told = new List<ConversionChanged>();
        using var subscription = world.Events.Subscribe<ConversionChanged>(change =>
        {
            told.Add(change);
            return Task.CompletedTask;
        });
        var line = Line("a", ConversionState.Pending, 388, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);

        await world.ApplyAsync(line with { State = ConversionState.Approved, StateRaw = "APPROVED" });

        Assert.Equal(
            new() { [LedgerAccount.PartnerReceivable] = 388, [LedgerAccount.CreatorApproved] = -310, [LedgerAccount.StudioRevenue] = -78 },
            await world.BalancesAsync());
        Assert.Equal(["$3.10 new and pending", "$3.10 moved from pending to approved"], told.Select(change => change.Message));
        Assert.All(told, change => Assert.Equal(world.Ada.Id, change.CreatorId));
        Assert.Equal([ConversionEventKind.Reported, ConversionEventKind.Moved], (await world.EventsAsync("a")).Select(e => e.Kind));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Reversal_AfterApproval_IsAClawbackThatPostsBackExactlyWhatWasPosted(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var line = Line("a", ConversionState.Approved, 333, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);

        await world.ApplyAsync(line with
        {
            State = ConversionState.Reversed, StateRaw = "REVERSED", Commission = Money.Zero(Currency.Usd), SaleAmount = Money.Zero(Currency.Usd), Reason = "ITEM_RETURNED",
        });

        Assert.Empty(await world.BalancesAsync());
        await using var db = world.Database.CreateDbContext();
        var entries = await db.Set<LedgerEntry>().OrderBy(entry => entry.Id).Select(entry => entry.AmountMinor).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(entries.Take(3).Select(amount => -amount).Order(), entries.Skip(3).Order());
        var last = (await world.EventsAsync("a"))[^1];
        Assert.Equal(ConversionEventKind.Clawback, last.Kind);
        Assert.Contains("ITEM_RETURNED", last.Reason, StringComparison.Ordinal);

        // The row goes on saying what was lost.
        Assert.Equal(266, (await world.FindAsync("a")).CreatorMinor);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LowerAmount_AfterApproval_PostsTheDifferenceOnly(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var line = Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);

        await world.ApplyAsync(line with { Commission = new Money(300, Currency.Usd) });

        Assert.Equal(
            new() { [LedgerAccount.PartnerReceivable] = 300, [LedgerAccount.CreatorApproved] = -240, [LedgerAccount.StudioRevenue] = -60 },
            await world.BalancesAsync());
        Assert.Equal(6, await world.CountAsync<LedgerEntry>());
        Assert.Equal(ConversionEventKind.Clawback, (await world.EventsAsync("a"))[^1].Kind);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Paid_AndReportedReversed_KeepsThePaymentAndOwesItBack(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var line = Line("a", ConversionState.Paid, 500, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);

        await world.ApplyAsync(line with { State = ConversionState.Reversed, StateRaw = "REVERSED" });
        await world.ApplyAsync(line with { State = ConversionState.Pending, StateRaw = "PENDING" });

        Assert.Equal(ConversionState.Paid, (await world.FindAsync("a")).State);
        Assert.Equal(new() { [LedgerAccount.CreatorPaid] = -400, [LedgerAccount.CreatorPayable] = 400 }, await world.BalancesAsync());
        Assert.Equal(
            [ConversionEventKind.Reported, ConversionEventKind.Clawback, ConversionEventKind.Refused],
            (await world.EventsAsync("a")).Select(e => e.Kind));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task StepBack_AfterApproval_IsRefusedOnceAndChangesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var line = Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);
        var back = line with { State = ConversionState.Pending, StateRaw = "PENDING", Commission = new Money(100, Currency.Usd) };

        var first = await world.ApplyAsync(back);
        var second = await world.ApplyAsync(back);

        Assert.Equal((1, 0), (first.Refused, second.Refused));
        Assert.Equal(-400, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        Assert.Single(await world.EventsAsync("a"), e => e.Kind == ConversionEventKind.Refused);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OtherCurrency_ForAKnownLine_IsRefused(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var line = Line("a", ConversionState.Pending, 500, world.SubIdOf(world.AdaPin));
        await world.ApplyAsync(line);

        var outcome = await world.ApplyAsync(line with { Commission = new Money(500, Currency.Eur), SaleAmount = new Money(9_000, Currency.Eur) });

        Assert.Equal(1, outcome.Refused);
        Assert.Equal(Currency.Usd, (await world.FindAsync("a")).Currency);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tag_WithoutSubId_NamesTheCreatorOnly(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await world.ApplyAsync(Line("a", ConversionState.Approved, 100, "somebody-elses-sub-id", "BEN-20"));

        var row = await world.FindAsync("a");
        Assert.Equal((world.Ben.Id, null), (row.CreatorId, row.PinId));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Line_OfNobody_IsKeptAndItsMoneyWaits(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        var outcome = await world.ApplyAsync(Line("a", ConversionState.Approved, 100, tag: "stranger-20"));

        Assert.Equal((1, 1), (outcome.Added, outcome.Unmatched));
        Assert.Equal(new() { [LedgerAccount.PartnerReceivable] = 100, [LedgerAccount.Unmatched] = -100 }, await world.BalancesAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Line_OfNobody_IsMatchedWhenItsTagIsEnteredLater(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 100, tag: "ada-new-20"));
        await using (var db = world.Database.CreateDbContext())
        {
            var tag = await db.Set<CreatorTag>().SingleAsync(row => row.CreatorId == world.Ada.Id && row.Partner == PartnerKey.Walmart, TestContext.Current.CancellationToken);
            tag.Value = "ada-new-20";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var outcome = await world.ApplyAsync(Line("a", ConversionState.Approved, 100, tag: "ada-new-20"));

        Assert.Equal(1, outcome.Changed);
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SubId_OfAnotherPartnersPin_DoesNotMatch(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await world.ApplyAsync(Line("a", ConversionState.Pending, 100, world.SubIdOf(world.AdaAmazonPin)));

        Assert.Null((await world.FindAsync("a")).CreatorId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownWord_CountsAsPendingMoney(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await world.ApplyAsync(Line("a", ConversionState.Other, 100, world.SubIdOf(world.AdaPin)) with { StateRaw = "QUEUED_FOR_MAGIC" });

        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorPending]);
        Assert.Equal("QUEUED_FOR_MAGIC", (await world.FindAsync("a")).StateRaw);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Estimate_FromTheRateCard_StandsBesideThePartnersFigure(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await world.ApplyAsync(Line("a", ConversionState.Pending, 125, world.SubIdOf(world.AdaPin)) with { ProductExternalId = "ada1001" });

        var row = await world.FindAsync("a");
        Assert.Equal((125, 100L), (row.CommissionMinor, row.EstimatedCommissionMinor));
        await using var db = world.Database.CreateDbContext();
        var formula = await db.Set<LedgerEntry>().Where(entry => entry.Account == LedgerAccount.CreatorPending).Select(entry => entry.Formula).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("80 % of 1.25 USD reported by walmart, a; rate card Home 4 % from 2025-01-01 would give 1.00 USD", formula);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Entries_OfOneTransaction_EachSayHowTheirAmountCameAbout(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Pending, 500, world.SubIdOf(world.AdaPin)));

        await world.ApplyAsync(Line("a", ConversionState.Pending, 300, world.SubIdOf(world.AdaPin)));

        await using var db = world.Database.CreateDbContext();
        var entries = await db.Set<LedgerEntry>().OrderBy(entry => entry.Id).Select(entry => new { entry.Account, entry.AmountMinor, entry.Formula }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                (LedgerAccount.PartnerPending, 500, "5.00 USD reported by walmart, a"),
                (LedgerAccount.CreatorPending, -400, "80 % of 5.00 USD reported by walmart, a"),
                (LedgerAccount.StudioPending, -100, "What the creator's 80 % leave of 5.00 USD reported by walmart, a"),
                (LedgerAccount.PartnerPending, -200, "3.00 USD reported by walmart, a; stood at 5.00 USD, now 3.00 USD"),
                (LedgerAccount.CreatorPending, 160, "80 % of 3.00 USD reported by walmart, a; stood at 4.00 USD, now 2.40 USD"),
                (LedgerAccount.StudioPending, 40, "What the creator's 80 % leave of 3.00 USD reported by walmart, a; stood at 1.00 USD, now 0.60 USD"),
            ],
            entries.Select(entry => (entry.Account, entry.AmountMinor, entry.Formula)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameNewLines_FromManyAtOnce_AreTakenInOnce(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var batch = Batch(Line("a", ConversionState.Pending, 125, world.SubIdOf(world.AdaPin)), Line("b", ConversionState.Approved, 99, tag: "ben-20"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Apply.RunAsync(
            new ApplyBatch.Command(PartnerKey.Walmart, batch), TestContext.Current.CancellationToken)));

        Assert.Equal(2, await world.CountAsync<Conversion>());
        Assert.Equal(2, await world.CountAsync<ConversionEvent>());
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Watermark_OfABatch_IsStoredWithIt(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await world.ApplyAsync(PartnerKey.Walmart, Batch() with { Watermark = "one" });
        await world.ApplyAsync(PartnerKey.Walmart, Batch() with { Watermark = "two" });

        await using var db = world.Database.CreateDbContext();
        var watermark = await db.Set<ConversionWatermark>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("two", world.Clock.UtcNow()), (watermark.Value, watermark.UpdatedAt));
    }
}
