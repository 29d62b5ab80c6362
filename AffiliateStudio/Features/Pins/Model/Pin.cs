using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.Model;

/// <summary>An offer's link pinned into the comments of a video.</summary>
public sealed class Pin
{
    /// <summary>The most characters that <see cref="TargetUrl"/> may have.</summary>
    public const int LongestTarget = 2000;

    /// <summary>The id.</summary>
    public PinId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public CreatorId CreatorId { get; init; }

    /// <summary>Where it is pinned.</summary>
    public VideoId VideoId { get; init; }

    /// <summary>What is pinned.</summary>
    public OfferId OfferId { get; init; }

    /// <summary>The partner of the offer.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The code of its link, never used for another pin.</summary>
    public LinkCode LinkCode { get; init; }

    /// <summary>What the creator wrote, without the disclosure, which is always put in front.</summary>
    public required string Text { get; set; }

    /// <summary>The disclosure as it was shown when the pin was published, kept for the record.</summary>
    public required string Disclosure { get; set; }

    /// <summary>The place among the video's pins, from 0, the top one first.</summary>
    public int Position { get; set; }

    /// <summary>Whether viewers see it.</summary>
    public PinState State { get; set; }

    /// <summary>
    /// Where the link leads, checked against the partner's allowed hosts when it was made: https or a <c>/sandbox/…</c> path, with our tag, ready for the sub-id
    /// to be appended as a query parameter. Never parsed again.
    /// </summary>
    public required string TargetUrl { get; set; }

    /// <summary>The query parameter that carries the sub-id.</summary>
    public required string SubIdParameter { get; set; }

    /// <summary>When it went live, UTC.</summary>
    public DateTime PublishedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts up with every change, so that two tabs cannot overwrite each other.</summary>
    public int Version { get; set; }
}
