namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>What the sandbox's TikTok remembers.</summary>
internal sealed class TikTokState
{
    /// <summary>Our apps there.</summary>
    public required TikTokApp App { get; init; }

    /// <summary>All videos, deleted ones too.</summary>
    public List<TikTokVideo> Videos { get; init; } = [];

    /// <summary>All comments.</summary>
    public List<TikTokComment> Comments { get; init; } = [];

    /// <summary>Codes and tokens.</summary>
    public List<TikTokToken> Tokens { get; init; } = [];

    /// <summary>The number of the next comment.</summary>
    public long NextComment { get; set; } = 7_400_000_000_000_000_001;
}
