using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Platform;

/// <summary>Settings under <c>Studio</c>.</summary>
public sealed class StudioOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Studio";

    /// <summary>Where data is kept: absolute, or relative to the content root.</summary>
    [Required(ErrorMessage = "Studio:DataDirectory must name a folder, for example data/.")]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address that people and partners reach this server at, when it is not the one it listens on.</summary>
    [Url(ErrorMessage = "Studio:PublicUrl must be an absolute URL such as https://studio.example.")]
    public string? PublicUrl { get; set; }

    /// <summary>How much room the disk of the data directory must have for the product to call itself ready, in megabytes.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Studio:MinimumFreeMegabytes must not be negative.")]
    public int MinimumFreeMegabytes { get; set; } = 256;
}
