using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Pins.RetirePin;

/// <summary>Takes a pin down for good. Its link leads to the creator's page from then on, and what it earned stays in the books.</summary>
internal sealed class RetirePin(PinChange pins)
{
    /// <summary>Which pin.</summary>
    /// <param name="Actor">The pin's creator.</param>
    /// <param name="Pin">The pin.</param>
    /// <param name="Version">The version that the person looked at.</param>
    public sealed record Command(Actor Actor, PinId Pin, int Version);

    public Task<Result> RunAsync(Command command, CancellationToken cancellationToken) =>
        pins.MoveAsync(command.Actor, command.Pin, command.Version, PinState.Retired, cancellationToken);
}
