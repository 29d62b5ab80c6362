namespace AffiliateStudio.Features.Clicks.Model;

/// <summary>What a request to a link was. Every one gets its redirect; only <see cref="Counted"/> is a click in the numbers.</summary>
public enum ClickKind
{
    /// <summary>A person's tap.</summary>
    Counted = 0,

    /// <summary>The second request of a double tap, within ten seconds.</summary>
    Duplicate = 1,

    /// <summary>A browser fetching ahead.</summary>
    Prefetch = 2,

    /// <summary>A link preview, crawler, scanner or script.</summary>
    Bot = 3,

    /// <summary>A HEAD request.</summary>
    Head = 4,

    /// <summary>The link's owner looking at it.</summary>
    Own = 5,
}
