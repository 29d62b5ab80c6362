namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>An access token.</summary>
/// <param name="Value">What goes into the header.</param>
/// <param name="Refresh">What the next one is asked for with, or null.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record RakutenToken(string Value, string? Refresh, DateTimeOffset ExpiresAt);
