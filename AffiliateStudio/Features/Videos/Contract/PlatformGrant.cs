namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>Tokens that a platform gave for one person's account.</summary>
public sealed record PlatformGrant
{
    /// <summary>The token for calls.</summary>
    public required string AccessToken { get; init; }

    /// <summary>How long it is good for, by the platform's own words.</summary>
    public required TimeSpan AccessLifetime { get; init; }

    /// <summary>The token for new tokens. A refresh may give another one, which takes this one's place.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>How long that one is good for; null when the platform does not say.</summary>
    public TimeSpan? RefreshLifetime { get; init; }

    /// <summary>The account's id for our app.</summary>
    public required string OpenId { get; init; }

    /// <summary>What the person allowed, joined by commas; may be less than was asked for.</summary>
    public required string Scopes { get; init; }

    /// <summary>The same without the tokens, so that none gets into a log.</summary>
    public override string ToString() => $"{nameof(PlatformGrant)} for {OpenId}";
}
