using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Pins.EditPin;

/// <summary>Changes the creator's words of a pin. The disclosure stays as it was published.</summary>
internal sealed class EditPin(PinChange pins)
{
    /// <summary>What to change.</summary>
    /// <param name="Actor">The pin's creator.</param>
    /// <param name="Pin">The pin.</param>
    /// <param name="Version">The version that the person looked at.</param>
    /// <param name="Text">The new words.</param>
    public sealed record Command(Actor Actor, PinId Pin, int Version, string? Text);

    public Task<Result> RunAsync(Command command, CancellationToken cancellationToken) => pins.ApplyAsync(
        command.Actor,
        command.Pin,
        command.Version,
        pin =>
        {
            var text = PinText.Check(pin.Disclosure, command.Text);
            if (text.Succeeded)
            {
                pin.Text = text.Value;
            }

            return text.Error;
        },
        cancellationToken);
}
