using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Pins.PausePin;

/// <summary>Hides a pin from viewers for now; its link leads to the creator's page meanwhile.</summary>
internal sealed class PausePin(PinChange pins)
{
    /// <summary>Which pin.</summary>
    /// <param name="Actor">The pin's creator.</param>
    /// <param name="Pin">The pin.</param>
    /// <param name="Version">The version that the person looked at.</param>
    public sealed record Command(Actor Actor, PinId Pin, int Version);

    public Task<Result> RunAsync(Command command, CancellationToken cancellationToken) =>
        pins.MoveAsync(command.Actor, command.Pin, command.Version, PinState.Paused, cancellationToken);
}
