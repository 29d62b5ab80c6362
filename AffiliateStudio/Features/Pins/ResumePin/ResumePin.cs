using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Pins.ResumePin;

/// <summary>Shows a paused pin again.</summary>
internal sealed class ResumePin(PinChange pins)
{
    /// <summary>Which pin.</summary>
    /// <param name="Actor">The pin's creator.</param>
    /// <param name="Pin">The pin.</param>
    /// <param name="Version">The version that the person looked at.</param>
    public sealed record Command(Actor Actor, PinId Pin, int Version);

    public Task<Result> RunAsync(Command command, CancellationToken cancellationToken) =>
        pins.MoveAsync(command.Actor, command.Pin, command.Version, PinState.Live, cancellationToken);
}
