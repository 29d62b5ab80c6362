namespace AffiliateStudio.Features.Partners.Model;

/// <summary>Something that a partner said and we did not understand, for admins to look at. One row for each word, however often it comes.</summary>
public sealed class ConnectorNotice
{
    /// <summary>The longest word that is kept.</summary>
    public const int LongestWord = 120;

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>What it is about.</summary>
    public ConnectorNoticeKind Kind { get; init; }

    /// <summary>The partner's word.</summary>
    public required string Word { get; init; }

    /// <summary>When it came first, UTC.</summary>
    public DateTime FirstSeenAt { get; init; }

    /// <summary>When it came last, UTC.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>In how many new or changed lines it came.</summary>
    public long Count { get; set; }

    /// <summary>The partner's key of a line that had it.</summary>
    public required string ExampleKey { get; set; }

    /// <summary>When an admin put it aside, UTC. It stays aside: the word was looked at.</summary>
    public DateTime? DismissedAt { get; set; }
}
