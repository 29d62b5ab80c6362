namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Why a walk along a link ended early.</summary>
public enum LinkProblem
{
    /// <summary>The address is none that may be asked.</summary>
    NotAllowed,

    /// <summary>The host's name stands for an address that is not on the open internet.</summary>
    PrivateAddress,

    /// <summary>There is no such host.</summary>
    NoSuchHost,

    /// <summary>The host did not answer, or broke off.</summary>
    NoAnswer,

    /// <summary>The time for the whole walk was over.</summary>
    TimedOut,

    /// <summary>It leads on and on.</summary>
    TooManyHops,

    /// <summary>It leads on to something that is no address.</summary>
    NoTarget,
}
