using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Assign = AffiliateStudio.Features.Earnings.AssignConversion.AssignConversion;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.AssignConversion;

public sealed class AssignConversionTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task UnmatchedOrder_Assigned_MovesItsMoneyToTheCreator(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 501), Line("b", ConversionState.Approved, 100));
        var told = new List<ConversionChanged>();
        using var listening = world.Events.Subscribe<ConversionChanged>(change =>
        {
            told.Add(change);
            return Task.CompletedTask;
        });

        var assigned = await AssignAsync(world, AsAdmin, "a", " @ADA ");

        Assert.True(assigned.Succeeded);
        Assert.Equal(new ConversionChanged(world.Ada.Id, "$4.01 new and approved"), Assert.Single(told));
        Assert.Equal(assigned.Value, told[0].Message);
        Assert.Equal((world.Ada.Id, 401L), ((await world.FindAsync("a")).CreatorId, (await world.FindAsync("a")).CreatorMinor));
        Assert.Equal(
            new()
            {
                [LedgerAccount.PartnerReceivable] = 601, [LedgerAccount.CreatorApproved] = -401, [LedgerAccount.StudioRevenue] = -100, [LedgerAccount.Unmatched] = -100,
            },
            await world.BalancesAsync());
        Assert.Equal([ConversionEventKind.Reported, ConversionEventKind.Assigned], (await world.EventsAsync("a")).Select(change => change.Kind));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AssignedOrder_ReportedAgain_StaysWithItsCreator(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Pending, 500));
        await AssignAsync(world, AsAdmin, "a", "ben");

        await world.ApplyAsync(Line("a", ConversionState.Approved, 600));

        var row = await world.FindAsync("a");
        Assert.Equal((world.Ben.Id, ConversionState.Approved, 480L), (row.CreatorId, row.State, row.CreatorMinor));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Order_ThatIsSomebodysAlreadyOrGone_IsNotAssigned(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("adas", ConversionState.Pending, 500, world.SubIdOf(world.AdaPin)));
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Line("day/1", ConversionState.Pending, 100)) with { ReplacesScope = "day" });
        await world.ApplyAsync(PartnerKey.Amazon, Batch() with { ReplacesScope = "day" });
        var before = await world.BalancesAsync();

        Assert.Equal("earnings.assigned-already", (await AssignAsync(world, AsAdmin, "adas", "ben")).Error!.Code);
        Assert.Equal("earnings.assigned-already", (await AssignAsync(world, AsAdmin, "day/1", "ben")).Error!.Code);

        Assert.Equal(world.Ada.Id, (await world.FindAsync("adas")).CreatorId);
        Assert.Equal(before, await world.BalancesAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownHandle_OrSomebodyWhoIsNoAdmin_ChangesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Pending, 500));

        var unknown = await AssignAsync(world, AsAdmin, "a", "@nobody");
        var creators = await AssignAsync(world, world.AsAda, "a", "ada");

        Assert.Equal(("earnings.no-such-creator", "handle"), (unknown.Error!.Code, unknown.Error.Field));
        Assert.Equal("earnings.admins-only", creators.Error!.Code);
        Assert.Null((await world.FindAsync("a")).CreatorId);
        Assert.Single(await world.EventsAsync("a"));
    }

    private static async Task<Result<string>> AssignAsync(EarningsWorld world, Actor actor, string key, string handle)
    {
        var conversion = await world.FindAsync(key);
        return await new Assign(world.Database, world.Ids, world.Events, world.Clock).RunAsync(new Assign.Command(actor, conversion.Id, handle), TestContext.Current.CancellationToken);
    }
}
