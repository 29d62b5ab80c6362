using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Partners;

/// <summary>How postbacks are taken. Section <c>Postbacks</c>.</summary>
public sealed class PostbackOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Postbacks";

    /// <summary>How long to wait for more of a burst before the partner is read, in milliseconds.</summary>
    [Range(0, 600_000)]
    public int SettleMilliseconds { get; set; } = 5_000;

    /// <summary>The shortest time between two readings of a partner that postbacks ask for, in milliseconds.</summary>
    [Range(0, 3_600_000)]
    public int ReadEveryMilliseconds { get; set; } = 30_000;

    /// <summary>How many postbacks a minute a partner may send.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 600;

    /// <summary>How many requests a minute with tokens that do not exist are looked at, of all senders together.</summary>
    [Range(1, 1_000_000)]
    public int UnknownPerMinute { get; set; } = 300;
}
