namespace AffiliateStudio.Sandbox;

/// <summary>The interfaces that the sandbox plays; each can be made to fail on its own.</summary>
public enum SandboxApi
{
    /// <summary>Amazon's Creators API, tokens and reports.</summary>
    Amazon,

    /// <summary>Walmart's product API.</summary>
    Walmart,

    /// <summary>impact.com.</summary>
    Impact,

    /// <summary>Rakuten's APIs.</summary>
    Rakuten,

    /// <summary>TikTok: tokens, videos and comments.</summary>
    TikTok,

    /// <summary>Expedia's XAP.</summary>
    Expedia,

    /// <summary>Partnerize.</summary>
    Partnerize,
}
