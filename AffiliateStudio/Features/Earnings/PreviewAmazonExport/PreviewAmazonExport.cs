using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Reads an uploaded export without storing anything: what would be taken in, which days it replaces, which lines are left out and why.</summary>
internal sealed class PreviewAmazonExport(IDbContextFactory<StudioDb> databases, PartnerDirectory partners, HouseTags houseTags, TimeProvider clock)
{
    private const int LongestSpan = 100;

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
        var parsed = AmazonExportParser.Parse(query.FileName, text.Value, TimeZoneInfo.FindSystemTimeZoneById(zone), query.Currency, cancellationToken);
        if (!parsed.Succeeded)
        {
            return parsed;
        }

        return CheckDays(parsed.Value) is { } problem ? problem : await KeepOwnAsync(query.Actor, parsed.Value, cancellationToken);
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

        if (await houseTags.ContainsAsync(PartnerKey.Amazon, own, cancellationToken))
        {
            return new Error(
                "earnings.export.house-tag", $"The tracking id {own} is the studio's own, whose orders belong to several people. Enter one of your own first.", Link: PartnersRoutes.Tags);
        }

        var mine = export.Lines.Where(line => string.Equals(line.Conversion.TrackingTag, own, StringComparison.OrdinalIgnoreCase)).ToList();
        var others = export.Lines.Except(mine).Select(line => new RejectedLine(
            line.LineNumber, $"{line.Conversion.ProductExternalId} | {line.Conversion.TrackingTag}", $"It belongs to the tracking id {line.Conversion.TrackingTag}; yours is {own}."));
        return export with { Lines = mine, Rejected = [.. export.Rejected.Concat(others).OrderBy(line => line.LineNumber)] };
    }

    // Each day is a unit of work with the books held still: years of days would keep everybody waiting.
    private Error? CheckDays(AmazonExport export)
    {
        if (export.Lines.Count == 0)
        {
            return null;
        }

        var (first, last) = (export.Lines.Min(line => line.Conversion.PartnerDay), export.Lines.Max(line => line.Conversion.PartnerDay));
        return last > clock.UtcToday()
            ? new Error("earnings.export.future", string.Create(CultureInfo.InvariantCulture, $"The file has rows of {last:yyyy-MM-dd}, which is in the future. Check its dates."), "file")
            : last.DayNumber - first.DayNumber >= LongestSpan
                ? new Error("earnings.export.too-long", $"The file spans more than {LongestSpan} days. Choose a shorter period at Amazon, 90 days at most, and upload that.", "file")
                : null;
    }
}
