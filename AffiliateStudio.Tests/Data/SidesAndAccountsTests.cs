using AffiliateStudio.Data;
using AffiliateStudio.Data.Writing;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Features.Earnings;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Data;

public sealed class SidesAndAccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task RowsFromBefore_Migrated_AreOfTheirPartnersSideAndNoWatermarkIsLeft(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Walmart, Batch(Line("sandbox", ConversionState.Pending, 100)) with { Watermark = "old" });
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Line("live", ConversionState.Pending, 100)) with { Watermark = "old" });
        await AmazonUploads.CommitAsync(world, AsAdmin, AmazonUploads.Export(("B0TEST0001", "ada-20", "2026-01-10", "5.00")));
        await using var db = world.Database.CreateDbContext();
        await using var permission = await WritePermission.GrantAsync(db, Cancel);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("OfferSearch", Cancel);
        foreach (var (partner, kind) in new[] { (PartnerKey.Walmart, "Sandbox"), (PartnerKey.Amazon, "Live") })
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO connections ("Partner", "Kind", "IsPaused") VALUES ({partner.Value}, {kind}, {false})""", Cancel);
        }

        var now = world.Clock.GetUtcNow().UtcDateTime;
        await db.Database.ExecuteSqlAsync($"""DELETE FROM report_scopes""", Cancel);
        foreach (var (partner, scope) in new[] { ("walmart", "account:x/1"), ("walmart", "ada-20/1"), ("amazon", "account:x/1") })
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO report_scopes ("Partner", "Scope", "AsOf") VALUES ({partner}, {scope}, {now})""", Cancel);
        }

        await db.Database.ExecuteSqlAsync($"""DELETE FROM conversion_watermarks""", Cancel);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO conversion_watermarks ("Partner", "Value", "UpdatedAt") VALUES ('walmart', 'old', {now})""", Cancel);
        var earlier = world.Clock.GetUtcNow().UtcDateTime.AddDays(-1);
        await db.Database.ExecuteSqlAsync($"""UPDATE creator_tags SET "Value" = 'ADA-20', "UpdatedAt" = {earlier} WHERE "CreatorId" = {world.Ben.Id.Value} AND "Partner" = 'amazon'""", Cancel);

        await migrator.MigrateAsync(null, Cancel);

        var sides = await db.Set<Conversion>().OrderBy(row => row.CreatedAt).Select(row => row.Side).ToListAsync(Cancel);
        Assert.Equal([ConnectionKind.Sandbox, ConnectionKind.Live, ConnectionKind.Live], sides);
        Assert.Equal(0, await world.CountAsync<ConversionWatermark>());
        Assert.Equal(
            [(PartnerKey.Amazon, ConnectionKind.Live, "account:x/1"), (PartnerKey.Walmart, ConnectionKind.Live, "ada-20/1")],
            (await db.Set<ReportScope>().OrderBy(row => row.Partner).ToListAsync(Cancel)).Select(row => (row.Partner, row.Side, row.Scope)));
        var tags = await db.Set<CreatorTag>().Where(tag => tag.Partner == PartnerKey.Amazon).ToListAsync(Cancel);
        Assert.Equal([(world.Ben.Id, "ada-20")], tags.Select(tag => (tag.CreatorId, tag.Value)));
        await world.AssertBooksAreRightAsync();
    }
}
