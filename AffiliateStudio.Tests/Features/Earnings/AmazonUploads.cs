using System.Text;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Features.Partners;
using Microsoft.AspNetCore.DataProtection;
using CommitExport = AffiliateStudio.Features.Earnings.CommitAmazonExport.CommitAmazonExport;
using PreviewExport = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;

namespace AffiliateStudio.Tests.Features.Earnings;

/// <summary>Uploads of Amazon exports into a world whose Amazon connection has the house tag that a test gives it.</summary>
internal static class AmazonUploads
{
    private const string Headings = "Name,ASIN,Tracking ID,Date Shipped,Items Shipped,Revenue($),Ad Fees($)";

    public static PreviewExport Preview(EarningsWorld world) => Preview(world, Connections(world));

    public static PreviewExport Preview(EarningsWorld world, ConnectionDirectory connections)
    {
        IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), world.Clock)];
        return new PreviewExport(world.Database, new PartnerDirectory(world.Database), new HouseTags(connections, connectors), world.Apply, world.Clock);
    }

    public static ConnectionDirectory Connections(EarningsWorld world) => PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);

    /// <summary>An export with a line per (ASIN, tracking id, day, fees in dollars).</summary>
    public static string Export(params (string Asin, string Tag, string Day, string Fees)[] lines) =>
        string.Join('\n', lines.Select(line => $"Lamp,{line.Asin},{line.Tag},{line.Day},1,\"{line.Fees}\",\"{line.Fees}\"").Prepend(Headings));

    public static Task<Result<AmazonExport>> PreviewAsync(EarningsWorld world, Actor actor, string text) =>
        Preview(world).RunAsync(new PreviewExport.Query(actor, "export.csv", Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    public static async Task<ExportEffect> CommitAsync(EarningsWorld world, Actor actor, string text)
    {
        var export = await PreviewAsync(world, actor, text);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await new CommitExport(Preview(world), world.Apply).RunAsync(new CommitExport.Command(actor, export.Value), TestContext.Current.CancellationToken);
        return outcome.Value;
    }
}
