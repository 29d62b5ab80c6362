namespace AffiliateStudio.Sandbox;

/// <summary>What can be wrong with a partner.</summary>
public enum SandboxFault
{
    /// <summary>Nothing: it answers as documented.</summary>
    None,

    /// <summary>It takes its time: every answer comes after <see cref="SandboxFaults.SlowBy"/>.</summary>
    Slow,

    /// <summary>It answers 503 to everything.</summary>
    Down,

    /// <summary>It answers that there were too many requests.</summary>
    Throttled,

    /// <summary>It breaks the connection in the middle of an answer.</summary>
    HalfBody,

    /// <summary>It answers 200 with a page of HTML where JSON belongs.</summary>
    Html,

    /// <summary>Amazon and Rakuten: the account is not eligible for the API.</summary>
    NotEligible,
}
