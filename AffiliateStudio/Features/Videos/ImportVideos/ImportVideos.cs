using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.ImportVideos;

/// <summary>Lists a creator's videos at the platform, page by page, and keeps what is new. It goes on when the page that started it is left.</summary>
internal sealed class ImportVideos(
    IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, PlatformVideos videos, RefreshVideos.RefreshVideos refresh, EventHub events)
{
    // 2,000 videos: enough for anybody, and an end for a platform that always says that there is more.
    private const int MostPages = 100;

    private readonly ConcurrentDictionary<CreatorId, int> _running = new();

    /// <summary>Whose videos.</summary>
    /// <param name="Actor">The creator.</param>
    public sealed record Command(Actor Actor);

    /// <summary>How many videos an import that runs now has read; null when none runs.</summary>
    public int? ReadSoFar(CreatorId creator) => _running.TryGetValue(creator, out var read) ? read : null;

    public async Task<Result<ImportedVideos>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var name = platform.Platform;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<PlatformAccount>().AsNoTracking().FirstOrDefaultAsync(
            row => row.Platform == name && db.Set<Creator>().Any(creator => creator.Id == row.CreatorId && creator.UserId == command.Actor.UserId), cancellationToken);
        if (account is null)
        {
            return VideoErrors.AccountMissing;
        }

        if (!_running.TryAdd(account.CreatorId, 0))
        {
            return VideoErrors.ImportRunning;
        }

        try
        {
            await events.PublishAsync(new PlatformAccountChanged(account.CreatorId), cancellationToken);
            var imported = await ReadAsync(account, cancellationToken);
            await refresh.NoteAsync(account, imported.Failure, isImport: true, cancellationToken);
            return imported.Succeeded ? imported.Value : VideoErrors.Refused(imported.Failure);
        }
        finally
        {
            _running.TryRemove(account.CreatorId, out _);
            await events.PublishAsync(new PlatformAccountChanged(account.CreatorId), CancellationToken.None);
        }
    }

    private async Task<PartnerResult<ImportedVideos>> ReadAsync(PlatformAccount account, CancellationToken cancellationToken)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var added = 0;
        long? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var from = cursor;
            var answer = await sessions.CallAsync(
                account.CreatorId,
                PlatformProgram.Videos,

                // Another account may have been connected meanwhile: its videos are not this one's, nor are this one's gone.
                (access, token) => access.OpenId == account.OpenId ? platform.ListAsync(access, from, token) : Task.FromResult<PartnerResult<PlatformVideoPage>>(PlatformFailures.SignInAgain),
                cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            added += await videos.KeepAsync(account, answer.Value.Videos, cancellationToken);
            listed.UnionWith(answer.Value.Videos.Select(video => video.Id));
            _running[account.CreatorId] = listed.Count;
            await events.PublishAsync(new PlatformAccountChanged(account.CreatorId), cancellationToken);

            // The cursor is a time that goes back from page to page; one that does not would never end.
            if (!answer.Value.HasMore || answer.Value.Cursor is not { } next || next >= (cursor ?? long.MaxValue))
            {
                break;
            }

            cursor = next;
        }

        // What we know and the list does not have may be private or deleted: the query tells.
        var missing = (await videos.KnownAsync(account, cancellationToken)).Where(id => !listed.Contains(id)).ToList();
        var refreshed = await refresh.ReadAsync(account, missing, cancellationToken);
        return refreshed.Succeeded ? new ImportedVideos(listed.Count, added) : refreshed.Failure;
    }
}
