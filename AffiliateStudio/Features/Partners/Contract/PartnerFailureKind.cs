namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The kinds of failure, by what has to happen next.</summary>
public enum PartnerFailureKind
{
    /// <summary>Credentials are missing or refused: an admin must correct them.</summary>
    Unauthorized,

    /// <summary>The account may not use the API (Amazon: AssociateNotEligible). Never retried.</summary>
    NotEligible,

    /// <summary>The partner refuses the request as it stands: a defect or a wrong setting.</summary>
    InvalidRequest,

    /// <summary>The partner understands and says no: it does not let us link this page or this merchant. Asking again changes nothing.</summary>
    Refused,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>The partner answered with a server error or could not be reached.</summary>
    Unavailable,

    /// <summary>No answer within our deadline.</summary>
    TimedOut,

    /// <summary>The answer is not what the protocol says: half a body, HTML in place of JSON.</summary>
    MalformedAnswer,

    /// <summary>Not called at all, because recent calls failed and the breaker is open.</summary>
    CircuitOpen,

    /// <summary>No connection with this partner, or it is paused.</summary>
    NotConnected,
}
