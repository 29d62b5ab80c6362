using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.ListNotices;

/// <summary>The notices about partners that nobody has put aside.</summary>
internal sealed class ListNotices(IDbContextFactory<StudioDb> databases, PartnerDirectory partners)
{
    private const int Most = 50;

    /// <summary>Lists them, the latest first; nothing for anybody but admins.</summary>
    public async Task<IReadOnlyList<NoticeRow>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAdmin)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var notices = await db.Set<ConnectorNotice>().AsNoTracking().Where(notice => notice.DismissedAt == null)
            .OrderByDescending(notice => notice.LastSeenAt).ThenBy(notice => notice.Word).Take(Most).ToListAsync(cancellationToken);
        var rows = new List<NoticeRow>();
        foreach (var notice in notices)
        {
            var name = (await partners.FindAsync(notice.Partner, cancellationToken))?.Name ?? notice.Partner.Value;
            rows.Add(new NoticeRow(notice.Partner, name, notice.Kind, notice.Word, notice.FirstSeenAt, notice.LastSeenAt, notice.Count, notice.ExampleKey));
        }

        return rows;
    }
}
