using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.SignInAtPlatform;

/// <summary>Receives a creator who comes back from the platform: checks that it is the journey that began here, exchanges the code and keeps what was allowed.</summary>
internal sealed class FinishSignIn(
    IDbContextFactory<StudioDb> databases, PlatformSessions sessions, IVideoPlatform platform, PlatformTokens tokens, IdGenerator ids, TimeProvider clock, EventHub events)
{
    private const int LongestName = 128;

    /// <summary>What came back.</summary>
    /// <param name="Actor">Who came back.</param>
    /// <param name="Ticket">What the browser carried, opened; null when it was missing, foreign or too old.</param>
    /// <param name="State">The state of the address.</param>
    /// <param name="Code">The code of the address, decoded once.</param>
    /// <param name="Problem">The error of the address, when there is one.</param>
    public sealed record Command(Actor Actor, SignInTicket? Ticket, string? State, string? Code, string? Problem);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (command.Ticket is not { } ticket || ticket.Person != command.Actor.UserId || !IsSame(ticket.State, command.State))
        {
            return VideoErrors.SignInStale;
        }

        if (!string.IsNullOrEmpty(command.Problem) || string.IsNullOrEmpty(command.Code))
        {
            return VideoErrors.SignInDenied;
        }

        if (await sessions.ConnectionAsync(cancellationToken) is not { } connection)
        {
            return VideoErrors.SignInNotOffered;
        }

        var request = new PlatformSignInRequest(ticket.RedirectUri, ticket.State, ticket.Verifier);
        var grant = await sessions.SignInOf(ticket.Program).ExchangeAsync(connection, request, command.Code, cancellationToken);
        if (!grant.Succeeded)
        {
            return VideoErrors.Refused(grant.Failure);
        }

        // From here on it is finished even when the person leaves: the code cannot be used again.
        return ticket.Program == PlatformProgram.Videos
            ? await KeepAccountAsync(command.Actor, connection, grant.Value, CancellationToken.None)
            : await KeepCommentsAsync(command.Actor, connection, grant.Value, CancellationToken.None);
    }

    private static bool IsSame(string ours, string? theirs) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ours), Encoding.UTF8.GetBytes(theirs ?? string.Empty));

    private async Task<Result> KeepAccountAsync(Actor actor, ConnectionContext connection, PlatformGrant grant, CancellationToken cancellationToken)
    {
        var profile = await platform.ReadProfileAsync(new PlatformAccess(connection, grant.AccessToken, grant.OpenId), cancellationToken);
        if (!profile.Succeeded)
        {
            return VideoErrors.Refused(profile.Failure);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await CreatorOfAsync(db, actor, cancellationToken) is not { } creator)
        {
            return VideoErrors.NotACreator;
        }

        var account = await AccountOfAsync(db, creator, cancellationToken);
        if (account is null)
        {
            account = new PlatformAccount
            {
                Id = ids.New<PlatformAccountId>(), CreatorId = creator, Platform = platform.Platform, OpenId = grant.OpenId, Username = string.Empty, DisplayName = string.Empty,
            };
            db.Add(account);
        }
        else if (account.OpenId != grant.OpenId)
        {
            // Another account of the same person: what was allowed for the first one says nothing about it.
            db.RemoveRange(await db.Set<PlatformSignIn>().Where(row => row.AccountId == account.Id && row.Program != PlatformProgram.Videos).ToListAsync(cancellationToken));
        }

        account.Kind = connection.Kind;
        account.OpenId = grant.OpenId;
        account.Username = Shorten(profile.Value.Username);
        account.DisplayName = Shorten(profile.Value.DisplayName);
        account.ConnectedAt = clock.UtcNow();
        account.LastError = null;
        account.LastErrorAt = null;
        await WriteAsync(db, account, PlatformProgram.Videos, grant, cancellationToken);
        return await SaveAsync(db, creator, cancellationToken);
    }

    private async Task<Result> KeepCommentsAsync(Actor actor, ConnectionContext connection, PlatformGrant grant, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await CreatorOfAsync(db, actor, cancellationToken) is not { } creator || await AccountOfAsync(db, creator, cancellationToken) is not { } account || account.Kind != connection.Kind)
        {
            return VideoErrors.AccountMissing;
        }

        await WriteAsync(db, account, PlatformProgram.Comments, grant, cancellationToken);
        return await SaveAsync(db, creator, cancellationToken);
    }

    private async Task WriteAsync(StudioDb db, PlatformAccount account, PlatformProgram program, PlatformGrant grant, CancellationToken cancellationToken)
    {
        var signIn = await db.Set<PlatformSignIn>().FirstOrDefaultAsync(row => row.AccountId == account.Id && row.Program == program, cancellationToken);
        if (signIn is null)
        {
            signIn = new PlatformSignIn { AccountId = account.Id, Program = program, OpenId = string.Empty, ProtectedTokens = string.Empty, Scopes = string.Empty };
            db.Add(signIn);
        }

        tokens.Write(signIn, grant);
        signIn.AllowedAt = clock.UtcNow();
    }

    private async Task<Result> SaveAsync(StudioDb db, CreatorId creator, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The unique index over platform and account has the last word.
            return VideoErrors.AccountTaken;
        }

        await events.PublishAsync(new PlatformAccountChanged(creator), cancellationToken);
        return Result.Success;
    }

    private static Task<CreatorId?> CreatorOfAsync(StudioDb db, Actor actor, CancellationToken cancellationToken) =>
        db.Set<Creator>().Where(creator => creator.UserId == actor.UserId).Select(creator => (CreatorId?)creator.Id).FirstOrDefaultAsync(cancellationToken);

    private Task<PlatformAccount?> AccountOfAsync(StudioDb db, CreatorId creator, CancellationToken cancellationToken)
    {
        var name = platform.Platform;
        return db.Set<PlatformAccount>().FirstOrDefaultAsync(account => account.CreatorId == creator && account.Platform == name, cancellationToken);
    }

    private static string Shorten(string name) => PlainText.Clean(name) is { Length: > LongestName } clean ? clean[..LongestName] : PlainText.Clean(name);
}
