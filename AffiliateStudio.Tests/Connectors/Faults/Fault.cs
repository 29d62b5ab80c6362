namespace AffiliateStudio.Tests.Connectors.Faults;

/// <summary>What can happen to an answer on its way.</summary>
public enum Fault
{
    /// <summary>The connection breaks before anything is answered.</summary>
    Refused,

    /// <summary>Nothing is answered at all.</summary>
    Silent,

    /// <summary>The answer comes a few bytes at a time.</summary>
    Dripping,

    /// <summary>503.</summary>
    Down,

    /// <summary>500 with a stack trace.</summary>
    Broken,

    /// <summary>429 with a wait of no time.</summary>
    Throttled,

    /// <summary>429 with a wait of an hour.</summary>
    ThrottledForLong,

    /// <summary>503 with a Retry-After of years ago: the partner's clock is wrong.</summary>
    ClockSkew,

    /// <summary>The whole length is announced, half of it comes.</summary>
    HalfBody,

    /// <summary>Half of the text, announced as if it were all.</summary>
    HalfText,

    /// <summary>A web page instead of data.</summary>
    Html,

    /// <summary>Nothing in the body.</summary>
    Empty,

    /// <summary>The word null.</summary>
    Null,

    /// <summary>A few kilobytes that unpack to a hundred megabytes.</summary>
    GzipBomb,

    /// <summary>More than anybody reads.</summary>
    Oversized,

    /// <summary>A redirect to where no partner is.</summary>
    Redirect,

    /// <summary>401: the token is not good any more.</summary>
    Unauthorized,

    /// <summary>A currency that there is not.</summary>
    WrongCurrency,

    /// <summary>The answer to the call before, once more.</summary>
    Duplicate,
}
