using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.ShowPlatformAccount;

/// <summary>How a creator and the platform stand to each other.</summary>
internal sealed class ShowPlatformAccount(IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, ImportVideos.ImportVideos import)
{
    /// <summary>Whose account.</summary>
    /// <param name="Actor">The creator.</param>
    public sealed record Query(Actor Actor);

    /// <summary>The view; null for somebody who is no creator.</summary>
    public async Task<PlatformAccountView?> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Creator>().Where(row => row.UserId == query.Actor.UserId).Select(row => (CreatorId?)row.Id).FirstOrDefaultAsync(cancellationToken) is not { } creator)
        {
            return null;
        }

        var name = platform.Platform;
        var connection = await sessions.ConnectionAsync(cancellationToken);
        var account = await db.Set<PlatformAccount>().AsNoTracking().FirstOrDefaultAsync(row => row.CreatorId == creator && row.Platform == name, cancellationToken);
        var signIns = account is null ? [] : await db.Set<PlatformSignIn>().AsNoTracking().Where(row => row.AccountId == account.Id).ToListAsync(cancellationToken);
        var isOtherSide = account is not null && connection is not null && account.Kind != connection.Kind;
        return new PlatformAccountView
        {
            Creator = creator,
            IsOffered = connection is not null && sessions.SignInOf(PlatformProgram.Videos).IsOffered(connection),
            CommentsAreOffered = connection is not null && sessions.SignInOf(PlatformProgram.Comments).IsOffered(connection),
            IsConnected = account is not null,
            NeedsSignIn = isOtherSide || signIns.Exists(row => row.Program == PlatformProgram.Videos && row.NeedsSignIn),
            HasComments = signIns.Exists(row => row.Program == PlatformProgram.Comments),
            CommentsNeedSignIn = signIns.Exists(row => row.Program == PlatformProgram.Comments && row.NeedsSignIn),
            Name = account?.DisplayName ?? string.Empty,
            Username = account?.Username ?? string.Empty,
            LastImportAt = account?.LastImportAt,
            LastError = account?.LastError,
            ReadSoFar = import.ReadSoFar(creator),
        };
    }
}
