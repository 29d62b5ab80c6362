using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Videos.ShowPlatformAccount;

/// <summary>A creator's TikTok account as they see it on their videos page.</summary>
public sealed record PlatformAccountView
{
    /// <summary>Whose it is.</summary>
    public required CreatorId Creator { get; init; }

    /// <summary>Whether anybody can connect an account here now.</summary>
    public required bool IsOffered { get; init; }

    /// <summary>Whether this studio may write comments there.</summary>
    public required bool CommentsAreOffered { get; init; }

    /// <summary>Whether an account is connected.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Whether the creator has to sign in again.</summary>
    public required bool NeedsSignIn { get; init; }

    /// <summary>Whether comments were allowed.</summary>
    public required bool HasComments { get; init; }

    /// <summary>Whether they have to be allowed again.</summary>
    public required bool CommentsNeedSignIn { get; init; }

    /// <summary>The account's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in addresses; empty when it is not known.</summary>
    public required string Username { get; init; }

    /// <summary>When its videos were last listed to the end, UTC.</summary>
    public DateTime? LastImportAt { get; init; }

    /// <summary>Why reading failed the last time, with what to do.</summary>
    public string? LastError { get; init; }

    /// <summary>How many videos an import that runs now has read.</summary>
    public int? ReadSoFar { get; init; }
}
