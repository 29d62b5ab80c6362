namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>A video at the sandbox's TikTok.</summary>
public sealed record TikTokVideo
{
    /// <summary>The id, digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Owner { get; init; }

    /// <summary>The caption.</summary>
    public required string Caption { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When its owner deleted it, UTC.</summary>
    public DateTime? DeletedAt { get; init; }

    /// <summary>How many people have seen it by a time: it goes on, fast at first.</summary>
    public long ViewsAt(DateTime now)
    {
        var hours = (long)Math.Clamp((now - CreatedAt).TotalHours, 0, 100_000);
        return 180 + (Seed % 900) + (Math.Min(hours, 72) * (40 + (Seed % 60))) + (hours * 3);
    }

    /// <summary>A number that is always the same for this video.</summary>
    public int Seed => int.Parse(Id.AsSpan(Id.Length - 4), System.Globalization.CultureInfo.InvariantCulture);
}
