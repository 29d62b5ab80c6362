using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Reads an uploaded export without storing anything: what would be taken in, what that would change, which days it replaces, which lines are left out and why.</summary>
internal sealed class PreviewAmazonExport(IDbContextFactory<StudioDb> databases, PartnerDirectory partners, HouseTags houseTags, ApplyBatch apply, TimeProvider clock)
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

        if (CheckDays(parsed.Value) is { } problem)
        {
            return problem;
        }

        var own = await KeepOwnAsync(query.Actor, parsed.Value, cancellationToken);
        return own.Succeeded ? own.Value with { Effect = await EffectAsync(query.Actor, own.Value, cancellationToken) } : own;
    }

    /// <summary>Leaves out what the actor may not bring; says so line by line.</summary>
    public async Task<Result<AmazonExport>> KeepOwnAsync(Actor actor, AmazonExport export, CancellationToken cancellationToken)
    {
        if (actor.IsAdmin)
        {
            return export;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var me = await (
            from tag in db.Set<CreatorTag>()
            join creator in db.Set<Creator>() on tag.CreatorId equals creator.Id
            where creator.UserId == actor.UserId && tag.Partner == PartnerKey.Amazon
            select new { Tag = tag.Value, creator.Id }).FirstOrDefaultAsync(cancellationToken);
        if (me is null)
        {
            return new Error(
                "earnings.export.no-tag", "Enter your Amazon tracking id first, so that we know which lines are yours.", Link: PartnersRoutes.Tags);
        }

        if (await houseTags.ContainsAsync(PartnerKey.Amazon, me.Tag, cancellationToken))
        {
            return new Error(
                "earnings.export.house-tag", $"The tracking id {me.Tag} is the studio's own, whose orders belong to several people. Enter one of your own first.", Link: PartnersRoutes.Tags);
        }

        var others = await PinsOfOthersAsync(db, me.Id, export, cancellationToken);
        var mine = new List<ExportLine>();
        var rejected = new List<RejectedLine>(export.Rejected);
        foreach (var line in export.Lines)
        {
            if (Refusal(line.Conversion, me.Tag, others) is { } reason)
            {
                rejected.Add(new RejectedLine(line.LineNumber, $"{line.Conversion.ProductExternalId} | {line.Conversion.TrackingTag}", reason));
            }
            else
            {
                mine.Add(line);
            }
        }

        return export with { Lines = mine, Rejected = [.. rejected.OrderBy(line => line.LineNumber)] };
    }

    private static string? Refusal(ReportedConversion line, string tag, HashSet<LinkCode> pinsOfOthers)
    {
        if (!string.Equals(line.TrackingTag, tag, StringComparison.OrdinalIgnoreCase))
        {
            return $"It belongs to the tracking id {line.TrackingTag}; yours is {tag}.";
        }

        return SubId.TryParse(line.SubId ?? string.Empty, out var subId) && pinsOfOthers.Contains(subId.LinkCode)
            ? "Its sub tag names another creator's pin, so the order is not yours to bring. An admin can upload the report."
            : null;
    }

    // Link codes are public, so anybody could write one into a file.
    private static async Task<HashSet<LinkCode>> PinsOfOthersAsync(StudioDb db, CreatorId me, AmazonExport export, CancellationToken cancellationToken)
    {
        var codes = export.Lines.Select(line => SubId.TryParse(line.Conversion.SubId ?? string.Empty, out var subId) ? subId.LinkCode : default(LinkCode?)).OfType<LinkCode>().Distinct();
        var others = new HashSet<LinkCode>();
        foreach (var some in codes.Chunk(500))
        {
            others.UnionWith(await db.Set<Pin>().Where(pin => pin.CreatorId != me && some.Contains(pin.LinkCode)).Select(pin => pin.LinkCode).ToListAsync(cancellationToken));
        }

        return others;
    }

    private async Task<ExportEffect> EffectAsync(Actor actor, AmazonExport export, CancellationToken cancellationToken)
    {
        var outcomes = new List<AppliedBatch>();
        foreach (var batch in ExportBatches.Of(export, actor))
        {
            outcomes.Add(await apply.TryOutAsync(batch, cancellationToken));
        }

        return ExportBatches.Sum(outcomes);
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
