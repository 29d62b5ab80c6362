using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>Addresses of pins.</summary>
public static class PinsRoutes
{
    /// <summary>The link of a pin.</summary>
    public const string GoPattern = "/go/{code}";

    /// <summary>The link of a pin.</summary>
    public static string Go(LinkCode code) => $"/go/{code.Value}";
}
