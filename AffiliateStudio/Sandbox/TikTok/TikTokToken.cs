namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>A code or a pair of tokens that was given for one account in one program.</summary>
internal sealed record TikTokToken
{
    /// <summary>Whose account.</summary>
    public required string User { get; init; }

    /// <summary>Whether it is of the program for businesses.</summary>
    public required bool IsBusiness { get; init; }

    /// <summary>What the person allowed, joined by commas.</summary>
    public required string Scopes { get; init; }

    /// <summary>The code before it is exchanged, then null.</summary>
    public string? Code { get; init; }

    /// <summary>The redirect URI that the code belongs to.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The challenge that the code belongs to, or null.</summary>
    public string? Challenge { get; init; }

    /// <summary>The token for calls.</summary>
    public string? Access { get; init; }

    /// <summary>The token for new tokens.</summary>
    public string? Refresh { get; init; }

    /// <summary>Until when the code or the access token is good, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Until when the refresh token is good, UTC.</summary>
    public DateTime RefreshExpiresAt { get; init; }

    /// <summary>Whether the person allowed this.</summary>
    public bool Allows(string scope) => Scopes.Split(',').Contains(scope);
}
