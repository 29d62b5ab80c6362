using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.ReceiveNotice;

/// <summary>
/// Takes what the platform tells us by itself. The same notice may come again, for days: each act sets a state rather than counting anything, and what is older than the
/// creator's last consent is not about that consent.
/// </summary>
internal sealed class ReceiveNotice(IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, TimeProvider clock, EventHub events)
{
    /// <summary>What came.</summary>
    /// <param name="Signature">The signature header.</param>
    /// <param name="Body">The body, byte for byte.</param>
    public sealed record Command(string? Signature, ReadOnlyMemory<byte> Body);

    /// <summary>Takes it; false when it is not the platform's.</summary>
    public async Task<bool> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (await sessions.ConnectionAsync(cancellationToken) is not { } connection)
        {
            return false;
        }

        var notice = platform.ReadNotice(connection, command.Signature, command.Body, clock.UtcNow());
        if (!notice.Succeeded)
        {
            return false;
        }

        switch (notice.Value.Kind)
        {
            case PlatformNoticeKind.AccessRemoved:
                await RemoveAccessAsync(notice.Value, cancellationToken);
                break;
            case PlatformNoticeKind.CommentTakenAway when notice.Value.Comment is { Length: > 0 } comment:
                await events.PublishAsync(new PlatformCommentTakenAway(platform.Platform, comment), cancellationToken);
                break;
        }

        return true;
    }

    private async Task RemoveAccessAsync(PlatformNotice notice, CancellationToken cancellationToken)
    {
        var name = platform.Platform;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<PlatformSignIn>()
            .Join(db.Set<PlatformAccount>().Where(account => account.Platform == name), signIn => signIn.AccountId, account => account.Id, (signIn, account) => new { signIn, account.CreatorId })
            .Where(row => row.signIn.OpenId == notice.OpenId && !row.signIn.NeedsSignIn && row.signIn.AllowedAt <= notice.At.AddSeconds(1))
            .ToListAsync(cancellationToken);
        foreach (var row in found)
        {
            row.signIn.NeedsSignIn = true;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var creator in found.Select(row => row.CreatorId).Distinct())
        {
            await events.PublishAsync(new PlatformAccountChanged(creator), cancellationToken);
        }
    }
}
