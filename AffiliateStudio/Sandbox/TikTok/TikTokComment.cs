namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>A comment under a video of the sandbox's TikTok.</summary>
public sealed record TikTokComment
{
    /// <summary>The id, digits.</summary>
    public required string Id { get; init; }

    /// <summary>The video.</summary>
    public required string Video { get; init; }

    /// <summary>The comment that it answers, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Who wrote it: a name of an account.</summary>
    public required string Writer { get; init; }

    /// <summary>The writer's name for viewers.</summary>
    public required string WriterName { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether viewers do not see it.</summary>
    public bool IsHidden { get; init; }
}
