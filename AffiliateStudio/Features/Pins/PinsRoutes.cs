using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>Addresses of pins and of what viewers see.</summary>
public static class PinsRoutes
{
    /// <summary>A creator's public page.</summary>
    public const string StorefrontPattern = "/@{Handle}";

    /// <summary>The link of a pin.</summary>
    public static string Go(LinkCode code) => $"/go/{code.Value}";

    /// <summary>A creator's public page.</summary>
    public static string Storefront(string handle) => $"/@{handle}";
}
