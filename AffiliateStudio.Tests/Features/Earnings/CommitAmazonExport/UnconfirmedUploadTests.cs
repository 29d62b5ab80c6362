using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AffiliateStudio.Tests.Features.Earnings.AmazonUploads;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.CommitAmazonExport;

public sealed class UnconfirmedUploadTests
{
    private const string Key = "ada-20/2026-01-10/B0TEST0001/1";

    private static readonly DateOnly Day = new(2026, 1, 10);

    [Theory, ClassData(typeof(Engines))]
    public async Task LineOfACreator_ThatNobodyConfirmed_IsPending(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "900.00")));

        var row = await world.FindAsync(Key);
        Assert.Equal((ConversionState.Pending, "Shipped", "not confirmed by the partner yet"), (row.State, row.StateRaw, row.Reason));
        Assert.False((await world.BalancesAsync()).ContainsKey(LedgerAccount.CreatorApproved));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LineOfACreator_ReportedByTheApiToo_IsApprovedAsTheApiSays(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "900.00")));

        // The file is older than the upload: a creator's word has no age.
        await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));

        var row = await world.FindAsync(Key);
        Assert.Equal((ConversionState.Approved, 100L, string.Empty), (row.State, row.CommissionMinor, row.Reason));
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UploadOfACreator_NeitherAmendsNorWithdrawsWhatTheApiReported(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));

        var amended = await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "900.00")));
        var left = await CommitAsync(world, world.AsAda, Export(("B0TEST0009", "ada-20", "2026-01-10", "1.00")));

        Assert.Equal((0, 0, 1, 0), (amended.Added, amended.Changed, amended.Unchanged, amended.Removed));
        Assert.Equal((1, 0), (left.Added, left.Removed));
        Assert.Equal((ConversionState.Approved, 100L), ((await world.FindAsync(Key)).State, (await world.FindAsync(Key)).CommissionMinor));
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UploadOfACreator_AgainAndCorrected_ChangesItsOwnLines(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var text = Export(("B0TEST0001", "ada-20", "2026-01-10", "2.00"), ("B0TEST0002", "ada-20", "2026-01-10", "3.00"));
        await CommitAsync(world, world.AsAda, text);

        var again = await CommitAsync(world, world.AsAda, text);
        var corrected = await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00")));

        Assert.Equal((0, 0, 2, 0), (again.Added, again.Changed, again.Unchanged, again.Removed));
        Assert.Equal((1, 1), (corrected.Changed, corrected.Removed));
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorPending]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LineOfACreator_InTheWrongCurrency_GivesWayToTheApi(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00")).Replace("($)", "(£)", StringComparison.Ordinal));

        await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));

        Assert.Equal([LedgerAccount.PartnerReceivable, LedgerAccount.CreatorApproved, LedgerAccount.StudioRevenue], (await world.BalancesAsync()).Keys.Order());
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UploadOfAnAdmin_InTheWrongCurrency_IsCorrectedByUploadingAgain(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var dollars = Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00"));
        await CommitAsync(world, AsAdmin, dollars.Replace("($)", "(£)", StringComparison.Ordinal));

        var corrected = await CommitAsync(world, AsAdmin, dollars);

        Assert.Equal((1, 1), (corrected.Added, corrected.Removed));
        await using var db = world.Database.CreateDbContext();
        var live = await db.Set<Conversion>().SingleAsync(row => !row.IsWithdrawn, TestContext.Current.CancellationToken);
        Assert.Equal((Currency.Usd, 80L), (live.Currency, live.CreatorMinor));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UploadWithAnUnreadableLine_InTheRightCurrencyAtLast_CountsTheMoneyOnce(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var dollars = Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00"), ("B0TEST0002", "ada-20", "13/45/2026", "1.00"));
        await CommitAsync(world, world.AsAda, dollars.Replace("($)", "(£)", StringComparison.Ordinal));

        var corrected = await CommitAsync(world, world.AsAda, dollars);

        Assert.Equal((1, 1), (corrected.Added, corrected.Removed));
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorPending]);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LineOfACreator_ThatTheApiDoesNotList_IsTakenBack(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00"), ("B0TEST0009", "ada-20", "2026-01-10", "50.00")));

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));

        Assert.Equal(1, outcome.Removed);
        Assert.False((await world.BalancesAsync()).ContainsKey(LedgerAccount.CreatorPending));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LineOfACreator_WithAnotherCreatorsSubTag_IsLeftOut(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var text = $"Name,ASIN,Tracking ID,Date Shipped,Items Shipped,Revenue($),Ad Fees($),Sub Tag\nLamp,B0TEST0001,ben-20,2026-01-10,1,9,9,{world.SubIdOf(world.AdaAmazonPin)}";

        var export = (await PreviewAsync(world, world.AsBen, text)).Value;

        Assert.Empty(export.Lines);
        Assert.Contains("another creator's pin", Assert.Single(export.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UploadOfAnAdmin_ChangesNothingThatTheApiReported(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));

        var outcome = await CommitAsync(world, AsAdmin, Export(("B0TEST0009", "ada-20", "2026-01-10", "1.00")));

        Assert.Equal((1, 0, 0, 0), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Removed));
        Assert.Equal(-160, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
    }

    // The file was made before the upload and is read after it: whichever comes first, the partner's own word stands.
    [Theory, ClassData(typeof(Engines))]
    public async Task UploadOfAnAdmin_NewerThanTheApisFile_GivesWayToIt(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, AsAdmin, Export(("B0TEST0001", "ada-20", "2026-01-10", "9.00"), ("B0TEST0009", "ada-20", "2026-01-10", "1.00")));

        await world.ApplyAsync(PartnerKey.Amazon, ApiFile(100));
        await CommitAsync(world, AsAdmin, Export(("B0TEST0001", "ada-20", "2026-01-10", "9.00")));

        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        Assert.Equal(AmazonReportKeys.AccountDay("studio-20", Day), (await world.FindAsync(Key)).Scope);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Preview_OfAnExport_SaysWhatTakingItInThenDoes(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, AsAdmin, Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00"), ("B0TEST0002", "ada-20", "2026-01-10", "2.00"), ("B0TEST0003", "ada-20", "2026-01-10", "3.00")));
        var text = Export(("B0TEST0001", "ada-20", "2026-01-10", "1.00"), ("B0TEST0002", "ada-20", "2026-01-10", "2.50"), ("B0TEST0004", "ada-20", "2026-01-10", "4.00"));

        var preview = await PreviewAsync(world, AsAdmin, text);

        Assert.Equal(new ExportEffect(1, 1, 1, 1, 0), preview.Value.Effect);
        Assert.Equal(3, await world.CountAsync<Conversion>());
        Assert.Equal(preview.Value.Effect, await CommitAsync(world, AsAdmin, text));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TrackingId_InAnotherCase_IsTheSameLine(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await CommitAsync(world, AsAdmin, Export(("B0TEST0001", "Ada-20", "2026-01-10", "1.00")));

        var outcome = await CommitAsync(world, AsAdmin, Export(("B0TEST0001", "ADA-20", "2026-01-10", "1.00")));

        Assert.Equal((0, 0, 1, 0), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Removed));
        Assert.Equal("ada-20", (await world.FindAsync(Key)).TrackingTag);
        Assert.Equal(AmazonReportKeys.TagDay("ada-20", Day), AmazonReportKeys.TagDay("ADA-20", Day));
    }

    private static ConversionBatch ApiFile(long commission) => new()
    {
        Name = "studio-20-earnings-report-20260110.tsv.gz",
        ReplacesScope = AmazonReportKeys.AccountDay("studio-20", Day),
        AsOf = new DateTime(2026, 1, 11, 0, 0, 0, DateTimeKind.Utc),
        Lines = AmazonReportKeys.Number([Line(string.Empty, ConversionState.Approved, commission, tag: "ada-20") with { ProductExternalId = "B0TEST0001" }]),
    };
}
