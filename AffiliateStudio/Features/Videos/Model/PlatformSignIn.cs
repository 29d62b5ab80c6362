namespace AffiliateStudio.Features.Videos.Model;

/// <summary>What a person allowed for one of their accounts, with the tokens for it.</summary>
public sealed class PlatformSignIn
{
    /// <summary>The account.</summary>
    public PlatformAccountId AccountId { get; init; }

    /// <summary>What it is for.</summary>
    public PlatformProgram Program { get; init; }

    /// <summary>The account's id in this program; the same person has another one in each.</summary>
    public required string OpenId { get; set; }

    /// <summary>Access and refresh token, encrypted with Data Protection for this account and program.</summary>
    public required string ProtectedTokens { get; set; }

    /// <summary>Until when the access token is good, UTC.</summary>
    public DateTime AccessExpiresAt { get; set; }

    /// <summary>Until when the refresh token is good, UTC; null when the platform did not say.</summary>
    public DateTime? RefreshExpiresAt { get; set; }

    /// <summary>What was allowed, joined by commas.</summary>
    public required string Scopes { get; set; }

    /// <summary>Whether the platform takes the tokens no more, so that the person has to sign in again.</summary>
    public bool NeedsSignIn { get; set; }

    /// <summary>When the person allowed it last, UTC.</summary>
    public DateTime AllowedAt { get; set; }
}
