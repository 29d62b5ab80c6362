using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.DismissNotice;
using AffiliateStudio.Features.Partners.ListNotices;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Features.Earnings;
using AffiliateStudio.Tests.Support;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class NoticesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownWord_OfAPartner_BecomesOtherAndOneNotice(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Odd("a", "ON_ICE"), Odd("b", "ON_ICE"), Line("c", ConversionState.Pending, 100));
        await world.ApplyAsync(Odd("a", "ON_ICE"), Odd("b", "ON_ICE"));
        await world.ApplyAsync(Odd("d", new string('x', 300)), Odd("e", " "));

        var rows = await List(world).RunAsync(AsAdmin, Cancel);

        var ice = rows.Single(row => row.Word == "ON_ICE");
        Assert.Equal(("Walmart", 2, "b"), (ice.PartnerName, ice.Count, ice.ExampleKey));
        Assert.Equal(ConversionState.Other, (await world.FindAsync("a")).State);
        Assert.Equal("ON_ICE", (await world.FindAsync("a")).StateRaw);
        Assert.Contains(rows, row => row.Word == "(no word)");
        Assert.Equal(3, rows.Count);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Notice_PutAside_StaysAsideAndGoesOnCounting(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Odd("a", "ON_ICE"));
        var dismiss = new DismissNotice(world.Database, world.Clock);
        var command = new DismissNotice.Command(AsAdmin, PartnerKey.Walmart, ConnectorNoticeKind.UnknownState, "ON_ICE");

        Assert.Equal(PartnerErrors.NotAllowed, (await dismiss.RunAsync(command with { Actor = world.AsAda }, Cancel)).Error);
        Assert.Single(await List(world).RunAsync(AsAdmin, Cancel));
        Assert.True((await dismiss.RunAsync(command, Cancel)).Succeeded);
        Assert.True((await dismiss.RunAsync(command with { Word = "never said" }, Cancel)).Succeeded);
        await world.ApplyAsync(Odd("b", "ON_ICE"), Odd("c", "MELTED"));

        Assert.Equal(["MELTED"], (await List(world).RunAsync(AsAdmin, Cancel)).Select(row => row.Word));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(2, (await db.FindAsync<ConnectorNotice>([PartnerKey.Walmart, ConnectorNoticeKind.UnknownState, "ON_ICE"], Cancel))!.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Notices_ForAnybodyButAdmins_AreNotThere(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Odd("a", "ON_ICE"));

        Assert.Empty(await List(world).RunAsync(world.AsAda, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TryingABatchOut_RaisesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.Apply.TryOutAsync(new(PartnerKey.Walmart, Batch(Odd("a", "ON_ICE"))), Cancel);

        Assert.Empty(await List(world).RunAsync(AsAdmin, Cancel));
    }

    private static ReportedConversion Odd(string key, string word) => Line(key, ConversionState.Other, 100) with { StateRaw = word };

    private static ListNotices List(EarningsWorld world) => new(world.Database, new PartnerDirectory(world.Database));
}
