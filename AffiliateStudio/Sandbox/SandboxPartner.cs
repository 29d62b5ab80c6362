namespace AffiliateStudio.Sandbox;

/// <summary>The shops that the sandbox plays. The numbers stand in its database.</summary>
public enum SandboxPartner
{
    /// <summary>Amazon.</summary>
    Amazon,

    /// <summary>Walmart.</summary>
    Walmart,

    /// <summary>Target.</summary>
    Target,

    /// <summary>The merchants inside Rakuten's network.</summary>
    Rakuten,

    /// <summary>Expedia.</summary>
    Expedia,
}
