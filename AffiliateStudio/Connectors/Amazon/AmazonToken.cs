namespace AffiliateStudio.Connectors.Amazon;

/// <summary>A bearer token.</summary>
/// <param name="Value">What goes into the header.</param>
/// <param name="ExpiresAt">When the partner stops taking it.</param>
internal sealed record AmazonToken(string Value, DateTimeOffset ExpiresAt);
