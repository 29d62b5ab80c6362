using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Ui;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.RefreshVideos;

/// <summary>
/// Asks the platform again for the videos that we know: covers expire after six hours, captions and counts change, and what is not told any more is gone. Videos that
/// are gone are asked for as well: a private video comes back when it is made public.
/// </summary>
internal sealed class RefreshVideos(IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, PlatformVideos videos, TimeProvider clock, EventHub events) : IStudioJob
{
    /// <summary>The job's name on the board.</summary>
    public const string Name = "Refresh TikTok videos";

    private const int LongestError = 1000;

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var name = platform.Platform;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Set<PlatformAccount>().AsNoTracking().Where(account => account.Platform == name).ToListAsync(cancellationToken);
        var failed = 0;
        foreach (var (index, account) in accounts.Index())
        {
            progress.Report(index, accounts.Count, $"Asking for the videos of {account.DisplayName}");
            var answer = await ReadAsync(account, await videos.KnownAsync(account, cancellationToken), cancellationToken);
            await NoteAsync(account, answer.Failure, isImport: false, cancellationToken);
            failed += answer.Succeeded ? 0 : 1;
        }

        progress.Report(100, failed == 0 ? $"{accounts.Count} accounts read" : $"{failed} of {accounts.Count} accounts could not be read");
    }

    /// <summary>Asks for videos and brings our rows to the answer.</summary>
    public async Task<PartnerResult<bool>> ReadAsync(PlatformAccount account, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        foreach (var batch in known.Chunk(platform.MostQueried))
        {
            var answer = await sessions.CallAsync(
                account.CreatorId,
                PlatformProgram.Videos,

                // Another account may have been connected meanwhile: its videos are not this one's, nor are this one's gone.
                (access, token) => access.OpenId == account.OpenId ? platform.QueryAsync(access, batch, token) : Task.FromResult<PartnerResult<IReadOnlyList<PlatformVideo>>>(PlatformFailures.SignInAgain),
                cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            var told = answer.Value.Where(video => batch.Contains(video.Id)).ToList();
            await videos.KeepAsync(account, told, cancellationToken);
            await videos.MarkGoneAsync(account, [.. batch.Except(told.Select(video => video.Id))], cancellationToken);
        }

        return true;
    }

    /// <summary>Notes how reading an account went.</summary>
    public async Task NoteAsync(PlatformAccount account, PartnerFailure? failure, bool isImport, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<PlatformAccount>().FirstOrDefaultAsync(row => row.Id == account.Id, cancellationToken) is not { } row)
        {
            return;
        }

        var text = failure is null ? null : $"{Sentence.Of(failure.Message)} {failure.Remedy} ({failure.Code})";
        row.LastImportAt = isImport && failure is null ? clock.UtcNow() : row.LastImportAt;
        row.LastError = text is { Length: > LongestError } ? text[..LongestError] : text;
        row.LastErrorAt = failure is null ? null : clock.UtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await events.PublishAsync(new PlatformAccountChanged(account.CreatorId), cancellationToken);
    }
}
