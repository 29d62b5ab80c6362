using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos;

/// <summary>
/// Calls to a platform for a creator's account: with tokens that are good, renewed once for all who need them at the same time. What the platform refuses for good is
/// noted, so that the creator is asked to sign in again.
/// </summary>
internal sealed class PlatformSessions(
    IDbContextFactory<StudioDb> databases,
    ConnectionDirectory connections,
    PlatformTokens tokens,
    IVideoPlatform videos,
    ICommentChannel comments,
    EventHub events,
    TimeProvider clock)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(PlatformAccountId, PlatformProgram), Task<PartnerResult<PlatformAccess>>> _flights = [];

    /// <summary>Calls for a creator's account. A refused token is renewed once, and the call repeated: it was not carried out.</summary>
    public async Task<PartnerResult<T>> CallAsync<T>(
        CreatorId creator, PlatformProgram program, Func<PlatformAccess, CancellationToken, Task<PartnerResult<T>>> call, CancellationToken cancellationToken)
    {
        var access = await OpenAsync(creator, program, null, cancellationToken);
        if (!access.Succeeded)
        {
            return access.Failure;
        }

        var answer = await call(access.Value, cancellationToken);
        // A bare 403 without a word of the platform's is a gate before it and says nothing about the tokens.
        if (answer.Failure is not { Kind: PartnerFailureKind.Unauthorized, Code: not "403" })
        {
            return answer;
        }

        var renewed = await OpenAsync(creator, program, access.Value.Token, cancellationToken);
        if (!renewed.Succeeded)
        {
            return renewed.Failure;
        }

        answer = await call(renewed.Value, cancellationToken);
        if (answer.Failure is { Kind: PartnerFailureKind.Unauthorized, Code: not "403" })
        {
            await RefuseAsync(creator, program, cancellationToken);
        }

        return answer;
    }

    /// <summary>Our app at the platform, or null when there is none or it is paused.</summary>
    public Task<ConnectionContext?> ConnectionAsync(CancellationToken cancellationToken) => connections.OpenAsync(videos.Platform, cancellationToken);

    /// <summary>How people sign in for a program.</summary>
    public IPlatformSignIn SignInOf(PlatformProgram program) => program == PlatformProgram.Videos ? videos : comments;

    /// <summary>Notes that the platform takes a sign-in no more.</summary>
    public async Task RefuseAsync(CreatorId creator, PlatformProgram program, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, creator, program, cancellationToken) is { SignIn: { NeedsSignIn: false } signIn })
        {
            signIn.NeedsSignIn = true;
            await db.SaveChangesAsync(cancellationToken);
            await events.PublishAsync(new PlatformAccountChanged(creator), cancellationToken);
        }
    }

    private async Task<PartnerResult<PlatformAccess>> OpenAsync(CreatorId creator, PlatformProgram program, string? refused, CancellationToken cancellationToken)
    {
        if (await ConnectionAsync(cancellationToken) is not { } connection)
        {
            return PlatformFailures.NoConnection;
        }

        if (!SignInOf(program).IsOffered(connection))
        {
            return program == PlatformProgram.Comments ? PlatformFailures.NoComments : PlatformFailures.NoConnection;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(db, creator, program, cancellationToken);
        if (found?.SignIn is not { } signIn)
        {
            return found is null ? PlatformFailures.NoAccount : PlatformFailures.CommentsNotAllowed;
        }

        if (signIn.NeedsSignIn || found.Value.Account.Kind != connection.Kind || tokens.Read(signIn) is not { } pair)
        {
            return Again(program);
        }

        if (pair.Access != refused && signIn.AccessExpiresAt - RenewBefore > clock.UtcNow())
        {
            return new PlatformAccess(connection, pair.Access, signIn.OpenId);
        }

        Task<PartnerResult<PlatformAccess>>? flight;
        lock (_gate)
        {
            var key = (signIn.AccountId, program);
            if (!_flights.TryGetValue(key, out flight) || flight.IsCompleted)
            {
                _flights[key] = flight = RenewAsync(connection, creator, program, pair.Access);
            }
        }

        return await flight.WaitAsync(cancellationToken);
    }

    // Belongs to all who wait for it, so none of them can cancel it.
    private async Task<PartnerResult<PlatformAccess>> RenewAsync(ConnectionContext connection, CreatorId creator, PlatformProgram program, string stale)
    {
        await Task.Yield();
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        if (await FindAsync(db, creator, program, CancellationToken.None) is not { SignIn: { } signIn } || tokens.Read(signIn) is not { } pair)
        {
            return Again(program);
        }

        if (pair.Access != stale)
        {
            // Somebody else has renewed them since they were read.
            return new PlatformAccess(connection, pair.Access, signIn.OpenId);
        }

        var grant = await SignInOf(program).RefreshAsync(connection, pair.Refresh, CancellationToken.None);
        if (grant.Succeeded)
        {
            tokens.Write(signIn, grant.Value);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Disconnected while the platform was asked.
                return Again(program);
            }

            return new PlatformAccess(connection, grant.Value.AccessToken, signIn.OpenId);
        }

        if (grant.Failure.Kind != PartnerFailureKind.Unauthorized)
        {
            return grant.Failure;
        }

        // Another node may have used the refresh token a moment before.
        await db.Entry(signIn).ReloadAsync(CancellationToken.None);
        if (tokens.Read(signIn) is { } now && now.Refresh != pair.Refresh)
        {
            return new PlatformAccess(connection, now.Access, signIn.OpenId);
        }

        await RefuseAsync(creator, program, CancellationToken.None);
        return Again(program);
    }

    private async Task<(PlatformAccount Account, PlatformSignIn? SignIn)?> FindAsync(StudioDb db, CreatorId creator, PlatformProgram program, CancellationToken cancellationToken)
    {
        var platform = videos.Platform;
        var account = await db.Set<PlatformAccount>().FirstOrDefaultAsync(row => row.CreatorId == creator && row.Platform == platform, cancellationToken);
        return account is null
            ? null
            : (account, await db.Set<PlatformSignIn>().FirstOrDefaultAsync(row => row.AccountId == account.Id && row.Program == program, cancellationToken));
    }

    private static PartnerFailure Again(PlatformProgram program) => program == PlatformProgram.Videos ? PlatformFailures.SignInAgain : PlatformFailures.AllowAgain;
}
