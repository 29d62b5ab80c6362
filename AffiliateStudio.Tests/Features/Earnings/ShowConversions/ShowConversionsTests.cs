using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Earnings.ShowConversions;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using ReadPartners = AffiliateStudio.Features.Earnings.SyncConversions.SyncConversions;
using Show = AffiliateStudio.Features.Earnings.ShowConversions.ShowConversions;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ShowConversions;

public sealed class ShowConversionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Unmatched_OfSeveralPages_AreTheLatestFirstAndNoneComesTwice(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var lines = Enumerable.Range(1, 45).Select(i => Line($"line-{i:D2}", ConversionState.Pending, 100 + i) with { OccurredAt = new DateTime(2026, 1, 1 + (i / 3), 10, 0, 0, DateTimeKind.Utc) });
        await world.ApplyAsync([.. lines, Line("adas", ConversionState.Pending, 500, world.SubIdOf(world.AdaPin))]);

        var pages = new List<ConversionsView>();
        foreach (var page in new[] { 1, 2, 3, 4, 0 })
        {
            pages.Add(await OpenAsync(world, AsAdmin, page));
        }

        Assert.Equal([20, 20, 5, 0, 20], pages.Select(view => view.Unmatched.Count));
        Assert.All(pages, view => Assert.Equal(45, view.UnmatchedTotal));
        var shown = pages.Take(3).SelectMany(view => view.Unmatched).ToList();
        Assert.Equal(45, shown.DistinctBy(row => row.Id).Count());
        Assert.Equal(lines.OrderByDescending(line => line.OccurredAt).ThenBy(line => line.ExternalKey, StringComparer.Ordinal).Select(line => line.ExternalKey), shown.Select(row => row.ExternalKey));
        Assert.Equal(("pending", "Desk lamp", 145L), (shown[0].State, shown[0].Product, shown.Single(row => row.ExternalKey == "line-45").Commission.MinorUnits));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task WithdrawnLine_OfNobody_IsNotShown(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Line("day/1", ConversionState.Pending, 100), Line("day/2", ConversionState.Pending, 200)) with { ReplacesScope = "day" });
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Line("day/2", ConversionState.Pending, 200)) with { ReplacesScope = "day" });

        Assert.Equal("day/2", Assert.Single((await OpenAsync(world, AsAdmin)).Unmatched).ExternalKey);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Batches_AndNotices_AreTheLatestFirst(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Approved, 100));
        await world.ApplyAsync(Line("a", ConversionState.Pending, 100));
        await world.ApplyAsync(Line("b", ConversionState.Other, 100) with { StateRaw = "PONDERING" });
        for (var i = 1; i <= 14; i++)
        {
            await world.ApplyAsync(PartnerKey.Amazon, Batch(Line($"{i}", ConversionState.Pending, i)) with { Name = $"file {i}", Rejected = [new RejectedLine(i, "x", "Not a number")] });
        }

        var view = await OpenAsync(world, AsAdmin);

        Assert.Equal(15, view.Batches.Count);
        Assert.Equal(("file 14", "amazon", 1, 1), (view.Batches[0].Name, view.Batches[0].Partner, view.Batches[0].Added, view.Batches[0].Rejected));
        Assert.Equal(new RejectedLine(14, "x", "Not a number"), Assert.Single(view.Batches[0].RejectedLines));
        Assert.Equal(["walmart b", "walmart a"], view.Notices.Select(notice => notice.What));
        Assert.Contains("PONDERING", view.Notices[0].Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Partners_WithAndWithoutAConnection_SayHowReadingThemGoes(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var connections = Connections(world);
        var settings = new Dictionary<string, string> { ["key"] = "value" };
        await connections.SaveSettingsAsync(PartnerKey.Walmart, ConnectionKind.Live, settings, Cancel);
        await connections.RecordConversionSyncAsync(PartnerKey.Walmart, new PartnerFailure(PartnerFailureKind.Unauthorized, "401", "No.", "Enter the token again."), Cancel);
        await world.ApplyAsync(PartnerKey.Walmart, Batch(Line("a", ConversionState.Pending, 100)) with { Watermark = "until noon" });

        var partners = (await OpenAsync(world, AsAdmin)).Partners;

        Assert.Equal([("Amazon", false, null), ("Walmart", true, world.Clock.UtcNow())], partners.Select(partner => (partner.Name, partner.IsConnected, partner.MovedAt)));
        Assert.Equal("401: No. Enter the token again.", partners[1].Error);
        await connections.SetPausedAsync(PartnerKey.Walmart, true, Cancel);
        Assert.False((await OpenAsync(world, AsAdmin)).Partners[1].IsConnected);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnybodyButAnAdmin_Looking_SeesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Line("a", ConversionState.Pending, 100));

        foreach (var actor in new[] { world.AsAda, Actor.Anonymous, new Actor(Guid.NewGuid(), Roles.BrandManager) })
        {
            var view = await OpenAsync(world, actor);
            Assert.Equal((0, 0, 0, 0, 0), (view.Partners.Count, view.Batches.Count, view.Notices.Count, view.Unmatched.Count, view.UnmatchedTotal));
        }
    }

    private static ConnectionDirectory Connections(EarningsWorld world) => PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);

    private static Task<ConversionsView> OpenAsync(EarningsWorld world, Actor actor, int page = 1)
    {
        IPartnerConnector[] connectors = [new ReportingPartner(PartnerKey.Amazon), new ReportingPartner(PartnerKey.Walmart)];
        var sync = new ReadPartners(world.Database, connectors, Connections(world), world.Apply, new SyncProgress(), NullLogger<ReadPartners>.Instance);
        return new Show(world.Database, new PartnerDirectory(world.Database), sync, new TagClaims(world.Database, new HouseTags(Connections(world), connectors))).RunAsync(new Show.Query(actor, page), Cancel);
    }
}
