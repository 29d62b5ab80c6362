using System.Security.Cryptography;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.SignInAtPlatform;

/// <summary>Sends a creator to the platform to allow us something.</summary>
internal sealed class BeginSignIn(IDbContextFactory<StudioDb> databases, PlatformSessions sessions, SignInTickets tickets)
{
    private const string VerifierLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private const int SecretLength = 64;

    /// <summary>Who sets out.</summary>
    /// <param name="Actor">A creator.</param>
    /// <param name="Program">What for.</param>
    /// <param name="RedirectUri">Where to come back to.</param>
    public sealed record Command(Actor Actor, PlatformProgram Program, string RedirectUri);

    /// <summary>Where to go, and what to carry.</summary>
    /// <param name="Address">The platform's page.</param>
    /// <param name="Ticket">The sealed ticket for the browser.</param>
    public sealed record Departure(string Address, string Ticket);

    public async Task<Result<Departure>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Creator>().AnyAsync(creator => creator.UserId == command.Actor.UserId, cancellationToken))
        {
            return VideoErrors.NotACreator;
        }

        var signIn = sessions.SignInOf(command.Program);
        if (await sessions.ConnectionAsync(cancellationToken) is not { } connection || !signIn.IsOffered(connection))
        {
            return VideoErrors.SignInNotOffered;
        }

        var request = new PlatformSignInRequest(
            command.RedirectUri, RandomNumberGenerator.GetString(VerifierLetters, SecretLength), RandomNumberGenerator.GetString(VerifierLetters, SecretLength));
        var address = signIn.AuthorizeAddress(connection, request);
        return address.Succeeded
            ? new Departure(address.Value, tickets.Seal(new SignInTicket(command.Actor.UserId, command.Program, request.State, request.Verifier, request.RedirectUri)))
            : VideoErrors.Refused(address.Failure);
    }
}
