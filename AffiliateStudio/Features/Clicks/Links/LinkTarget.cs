using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks.Links;

/// <summary>Where a link leads, put together when the pin was loaded so that a tap only joins strings.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Owner">The account of the creator whose pin it is.</param>
/// <param name="Before">The address up to the sub-id, or null when the pin is paused or retired (or its address is not one that we lead to).</param>
/// <param name="After">What comes after the sub-id: the rest of an address that carries it in its path, or the fragment; mostly nothing.</param>
/// <param name="Fallback">The creator's page, where a link leads that has no shop to go to.</param>
internal sealed record LinkTarget(PinId Pin, Guid Owner, string? Before, string After, string Fallback)
{
    /// <summary>The target of a pin. The address was checked when the pin was made and is checked again here; it is never put together from a request.</summary>
    public static LinkTarget Of(PinId pin, Guid owner, string handle, string? targetUrl, string subIdParameter)
    {
        var fallback = AccountsRoutes.Storefront(handle);
        if (targetUrl is null)
        {
            return new LinkTarget(pin, owner, null, string.Empty, fallback);
        }

        var (before, after) = SubIdPlace.In(targetUrl, subIdParameter);
        return new LinkTarget(pin, owner, before, after, fallback);
    }
}
