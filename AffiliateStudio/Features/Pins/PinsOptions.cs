using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Pins;

/// <summary>Settings under <c>Pins</c>.</summary>
public sealed class PinsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Pins";

    /// <summary>How many pins one video may have, live and paused ones together.</summary>
    [Range(1, 100, ErrorMessage = "Pins:MaxPerVideo must be from 1 to 100.")]
    public int MaxPerVideo { get; set; } = 5;
}
