using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using AssignOne = AffiliateStudio.Features.Earnings.AssignConversion.AssignConversion;
using AssignTagged = AffiliateStudio.Features.Earnings.AssignTaggedConversions.AssignTaggedConversions;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.AssignTaggedConversions;

public sealed class AssignTaggedConversionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Tag_EnteredAfterItsOrders_IsOfferedAndTakesNothingByItself(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);
        Assert.Empty(await Claims(world).ListAsync(Cancel));

        await EnterAsync(world, "late-20");

        var claim = Assert.Single(await Claims(world).ListAsync(Cancel));
        Assert.Equal(new TagClaim(PartnerKey.Amazon, "late-20", "ada", world.Clock.UtcNow(), 3), claim);
        Assert.Null((await world.FindAsync("a")).CreatorId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Claim_Accepted_GivesAllOrdersOfTheTagAndNoOther(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);
        await EnterAsync(world, "late-20");

        var assigned = await AssignAsync(world, AsAdmin, "late-20");

        Assert.Equal("3 orders are @ada’s now", assigned.Value);
        Assert.Equal((80, 160, 240), ((await world.FindAsync("a")).CreatorMinor, (await world.FindAsync("b")).CreatorMinor, (await world.FindAsync("c")).CreatorMinor));
        Assert.Equal((null, null), ((await world.FindAsync("others")).CreatorId, (await world.FindAsync("at walmart")).CreatorId));
        Assert.Empty(await Claims(world).ListAsync(Cancel));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Claim_OfAnOldPageOrByNoAdmin_ChangesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);
        await EnterAsync(world, "late-20");

        var creators = await AssignAsync(world, world.AsAda, "late-20");
        await EnterAsync(world, "other-20");
        var old = await AssignAsync(world, AsAdmin, "late-20");

        Assert.Equal(("earnings.admins-only", "earnings.claim-gone"), (creators.Error!.Code, old.Error!.Code));
        Assert.Null((await world.FindAsync("a")).CreatorId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tag_OfTheStudioItself_IsNobodysClaim(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await SellAsync(world);
        await EnterAsync(world, "late-20");
        var connections = AmazonUploads.Connections(world);
        await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["partnerTag"] = "late-20" }, Cancel);

        Assert.Empty(await Claims(world, connections).ListAsync(Cancel));
    }

    // Three orders of a tag that nobody entered, one of another tag, one of the same tag at another partner.
    private static async Task SellAsync(EarningsWorld world)
    {
        await world.ApplyAsync(PartnerKey.Amazon, Batch(
            Line("a", ConversionState.Approved, 100, tag: "late-20"),
            Line("b", ConversionState.Pending, 200, tag: "Late-20"),
            Line("c", ConversionState.Pending, 300, tag: "late-20"),
            Line("others", ConversionState.Pending, 400, tag: "stranger-20")));
        await world.ApplyAsync(Line("at walmart", ConversionState.Pending, 500, tag: "late-20"));
    }

    private static async Task EnterAsync(EarningsWorld world, string tag)
    {
        await using var db = world.Database.CreateDbContext();
        var kept = await db.Set<CreatorTag>().SingleAsync(row => row.CreatorId == world.Ada.Id && row.Partner == PartnerKey.Amazon, Cancel);
        (kept.Value, kept.UpdatedAt) = (tag, world.Clock.UtcNow());
        await db.SaveChangesAsync(Cancel);
    }

    private static TagClaims Claims(EarningsWorld world, ConnectionDirectory? connections = null)
    {
        IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), world.Clock)];
        return new TagClaims(world.Database, new HouseTags(connections ?? AmazonUploads.Connections(world), connectors));
    }

    private static Task<Result<string>> AssignAsync(EarningsWorld world, Actor actor, string tag) =>
        new AssignTagged(Claims(world), new AssignOne(world.Database, world.Ids, world.Events, world.Clock)).RunAsync(new AssignTagged.Command(actor, PartnerKey.Amazon, tag, "ada"), Cancel);
}
