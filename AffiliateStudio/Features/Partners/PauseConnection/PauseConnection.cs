using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Partners.PauseConnection;

/// <summary>Stops all calls to a partner, or lets them go on. Links keep working: they need no call.</summary>
internal sealed class PauseConnection(ConnectionDirectory connections)
{
    /// <summary>What to do.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="IsPaused">Whether to stop.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, bool IsPaused);

    /// <summary>Does it.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        await connections.SetPausedAsync(command.Partner, command.IsPaused, cancellationToken);
        return Result.Success;
    }
}
