using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.DisconnectPlatform;

/// <summary>Gives the access to a creator's account back and forgets the tokens. Imported videos and their pins stay.</summary>
internal sealed class DisconnectPlatform(IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, PlatformTokens tokens, EventHub events)
{
    /// <summary>Whose account.</summary>
    /// <param name="Actor">The creator.</param>
    public sealed record Command(Actor Actor);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var name = platform.Platform;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<PlatformAccount>().FirstOrDefaultAsync(
            row => row.Platform == name && db.Set<Creator>().Any(creator => creator.Id == row.CreatorId && creator.UserId == command.Actor.UserId), cancellationToken);
        if (account is null)
        {
            return VideoErrors.AccountMissing;
        }

        var signIns = await db.Set<PlatformSignIn>().Where(row => row.AccountId == account.Id).ToListAsync(cancellationToken);
        if (await sessions.ConnectionAsync(cancellationToken) is { } connection && connection.Kind == account.Kind)
        {
            foreach (var signIn in signIns)
            {
                await RevokeAsync(connection, signIn, cancellationToken);
            }
        }

        db.Remove(account);
        await db.SaveChangesAsync(cancellationToken);
        await events.PublishAsync(new PlatformAccountChanged(account.CreatorId), cancellationToken);
        return Result.Success;
    }

    // A platform that does not answer keeps nobody here: the tokens are forgotten in any case, and end by themselves.
    private async Task RevokeAsync(ConnectionContext connection, PlatformSignIn signIn, CancellationToken cancellationToken)
    {
        if (tokens.Read(signIn) is { } pair)
        {
            await sessions.SignInOf(signIn.Program).RevokeAsync(connection, pair.Access, cancellationToken);
        }
    }
}
