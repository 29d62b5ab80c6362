namespace AffiliateStudio.Features.Partners.Model;

/// <summary>Which side a connection talks to.</summary>
public enum ConnectionKind
{
    /// <summary>The partner played by this server under <c>/sandbox/{partner}</c>.</summary>
    Sandbox,

    /// <summary>The partner's real host.</summary>
    Live,
}
