namespace AffiliateStudio.Sandbox;

/// <summary>The shops that the sandbox plays.</summary>
public enum SandboxPartner
{
    /// <summary>Amazon.</summary>
    Amazon,

    /// <summary>Walmart.</summary>
    Walmart,
}
