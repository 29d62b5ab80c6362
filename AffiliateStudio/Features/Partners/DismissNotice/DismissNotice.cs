using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.DismissNotice;

/// <summary>Puts a notice aside for good: it goes on counting, but the word has been looked at.</summary>
internal sealed class DismissNotice(IDbContextFactory<StudioDb> databases, TimeProvider clock)
{
    /// <summary>Which notice.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Word">The partner's word.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, ConnectorNoticeKind Kind, string Word);

    /// <summary>Does it; twice is once.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.FindAsync<ConnectorNotice>([command.Partner, command.Kind, command.Word], cancellationToken) is { DismissedAt: null } notice)
        {
            notice.DismissedAt = clock.UtcNow();
            await db.SaveChangesAsync(cancellationToken);
        }

        return Result.Success;
    }
}
