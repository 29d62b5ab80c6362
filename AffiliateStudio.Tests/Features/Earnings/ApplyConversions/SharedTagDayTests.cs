using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using AssignOrder = AffiliateStudio.Features.Earnings.AssignConversion.AssignConversion;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ApplyConversions;

/// <summary>Several people earn under one tracking id: what tells their lines apart is the sub-id, however the day's file grows.</summary>
public sealed class SharedTagDayTests
{
    private static readonly DateOnly Day = new(2026, 1, 10);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 100)]
    [InlineData(DatabaseProvider.Sqlite, 200)]
    [InlineData(DatabaseProvider.Sqlite, 50)]
    [InlineData(DatabaseProvider.Postgres, 200)]
    public async Task Line_OfAnotherCreator_NeverTakesTheFirstOnesMoney(DatabaseProvider engine, long bens)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale(100, world.AdaAmazonPin, world)));

        await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale(100, world.AdaAmazonPin, world), Sale(bens, world.BenAmazonPin, world)));

        Assert.Equal((80, bens * 8 / 10), (await EarnedAsync(world, world.AdaAmazonPin), await EarnedAsync(world, world.BenAmazonPin)));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Line_OfASecondPinOfTheCreator_CountsForThatPin(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        Pin second;
        await using (var db = world.Database.CreateDbContext())
        {
            second = world.AddPin(db, world.Ada, PartnerKey.Amazon, "B0TEST0009", "Another video");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale(100, world.AdaAmazonPin, world)));
        await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale(100, world.AdaAmazonPin, world), Sale(100, second, world)));

        Assert.Equal((80, 80), (await EarnedAsync(world, world.AdaAmazonPin), await EarnedAsync(world, second)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SubId_ThatComesLater_BeatsTheTag(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var byTag = Sale(100, null, world) with { TrackingTag = "ada-20" };
        await world.ApplyAsync(PartnerKey.Amazon, File(1, byTag));

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, File(2, byTag with { SubId = world.SubIdOf(world.BenAmazonPin) }));

        Assert.Equal(1, outcome.Changed);
        Assert.Equal(("$0.80 taken back", "$0.80 new and approved"), (outcome.Messages[world.Ada.Id], outcome.Messages[world.Ben.Id]));
        Assert.Equal(80, await EarnedAsync(world, world.BenAmazonPin));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Line_OfAnotherCreator_TakesNoRowThatAnAdminAssigned(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale(100, null, world)));
        var nobodys = await world.FindAsync("house-20/2026-01-10/B0TEST0001/1");
        var assign = new AssignOrder(world.Database, world.Ids, world.Events, world.Clock);
        Assert.True((await assign.RunAsync(new AssignOrder.Command(AsAdmin, nobodys.Id, "ada"), TestContext.Current.CancellationToken)).Succeeded);

        await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale(100, world.BenAmazonPin, world)));

        Assert.Equal(80, await EarnedAsync(world, world.BenAmazonPin));
        Assert.Equal(ConversionState.Reversed, (await world.FindAsync(nobodys.ExternalKey)).State);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task File_ThatCouldNotBeReadWhole_TakesNothingBack(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale(100, world.AdaAmazonPin, world)));

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, File(2) with { Rejected = [new RejectedLine(3, "B0TEST0001 | 1,0.5", "The amount is not a number.")] });

        Assert.Equal(0, outcome.Removed);
        Assert.Equal(80, await EarnedAsync(world, world.AdaAmazonPin));
    }

    private static async Task<long> EarnedAsync(EarningsWorld world, Pin pin)
    {
        await using var db = world.Database.CreateDbContext();
        return -await db.Set<LedgerEntry>().Where(entry => entry.PinId == pin.Id).SumAsync(entry => entry.AmountMinor, TestContext.Current.CancellationToken);
    }

    private static ReportedConversion Sale(long commission, Pin? pin, EarningsWorld world) =>
        Line(string.Empty, ConversionState.Approved, commission, pin is null ? null : world.SubIdOf(pin), "house-20") with { ProductExternalId = "B0TEST0001", PartnerDay = Day };

    private static ConversionBatch File(int minute, params ReportedConversion[] lines) => new()
    {
        Name = "studio-20-earnings-report-20260110.tsv.gz",
        ReplacesScope = AmazonReportKeys.AccountDay("studio-20", Day),
        AsOf = new DateTime(2026, 1, 11, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute),
        Lines = AmazonReportKeys.Number(lines),
    };
}
