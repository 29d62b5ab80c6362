using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Pins.Model;

/// <summary>
/// The comment that stands for a pin under a video at its platform, and how far it is. What it should be follows from the pin: there while the pin is live, gone
/// otherwise, pinned when the pin is the video's first.
/// </summary>
public sealed class PlatformComment
{
    /// <summary>The pin; each has one comment at most.</summary>
    public PinId PinId { get; init; }

    /// <summary>The comment's id there; null while there is none.</summary>
    public string? CommentId { get; set; }

    /// <summary>Whether a comment was sent and nobody knows what became of it: it is looked for before anything else is done.</summary>
    public bool MayBePosted { get; set; }

    /// <summary>How often it was written. Each time says the same in other words, because a platform takes repeated words for spam.</summary>
    public int Postings { get; set; }

    /// <summary>When it was written, UTC; null while there is none.</summary>
    public DateTime? PostedAt { get; set; }

    /// <summary>When it was pinned, UTC; null while it is not.</summary>
    public DateTime? PinnedAt { get; set; }

    /// <summary>What failed last; null when nothing did.</summary>
    public PlatformStep? FailedStep { get; set; }

    /// <summary>What kind of failure it was.</summary>
    public PartnerFailureKind? FailureKind { get; set; }

    /// <summary>The platform's own word for it.</summary>
    public string? FailureCode { get; set; }

    /// <summary>The platform's own message.</summary>
    public string? FailureMessage { get; set; }

    /// <summary>What can be done about it.</summary>
    public string? FailureRemedy { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried again by itself, UTC; null when it is done or a person has to act first.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>Until when somebody is at it, UTC. One at a time, on all nodes.</summary>
    public DateTime? LeaseUntil { get; set; }
}
