using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Reads an uploaded export without storing anything: what would be taken in, which days it replaces, which lines are left out and why.</summary>
internal sealed class PreviewAmazonExport(IDbContextFactory<StudioDb> databases, PartnerDirectory partners)
{
    /// <summary>An upload.</summary>
    /// <param name="Actor">Who uploads: an admin may bring lines of every tracking id, a creator those of their own.</param>
    /// <param name="FileName">The file's name.</param>
    /// <param name="Content">The file, 20 MB at most.</param>
    /// <param name="Currency">The currency that the person chose, or null to go by the headings.</param>
    public sealed record Query(Actor Actor, string FileName, byte[] Content, Currency? Currency = null);

    public async Task<Result<AmazonExport>> RunAsync(Query query, CancellationToken cancellationToken)
    {
        var text = ExportFile.Read(query.Content);
        if (!text.Succeeded)
        {
            return text.Error;
        }

        var zone = (await partners.FindAsync(PartnerKey.Amazon, cancellationToken))?.TimeZone ?? "America/Los_Angeles";
        var parsed = AmazonExportParser.Parse(query.FileName, text.Value, TimeZoneInfo.FindSystemTimeZoneById(zone), query.Currency);
        return parsed.Succeeded ? await KeepOwnAsync(query.Actor, parsed.Value, cancellationToken) : parsed;
    }

    /// <summary>Leaves out what the actor may not bring; says so line by line.</summary>
    public async Task<Result<AmazonExport>> KeepOwnAsync(Actor actor, AmazonExport export, CancellationToken cancellationToken)
    {
        if (actor.IsAdmin)
        {
            return export;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = await (
            from tag in db.Set<CreatorTag>()
            join creator in db.Set<Creator>() on tag.CreatorId equals creator.Id
            where creator.UserId == actor.UserId && tag.Partner == PartnerKey.Amazon
            select tag.Value).FirstOrDefaultAsync(cancellationToken);
        if (own is null)
        {
            return new Error(
                "earnings.export.no-tag", "Enter your Amazon tracking id first, so that we know which lines are yours.", Link: PartnersRoutes.Tags);
        }

        var mine = export.Lines.Where(line => string.Equals(line.Conversion.TrackingTag, own, StringComparison.OrdinalIgnoreCase)).ToList();
        var others = export.Lines.Except(mine).Select(line => new RejectedLine(
            line.LineNumber, $"{line.Conversion.ProductExternalId} | {line.Conversion.TrackingTag}", $"It belongs to the tracking id {line.Conversion.TrackingTag}; yours is {own}."));
        return export with { Lines = mine, Rejected = [.. export.Rejected.Concat(others).OrderBy(line => line.LineNumber)] };
    }
}
