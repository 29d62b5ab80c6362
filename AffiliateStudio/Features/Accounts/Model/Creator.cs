namespace AffiliateStudio.Features.Accounts.Model;

/// <summary>Somebody who makes videos and earns: the public side of an account with the role Creator.</summary>
public sealed class Creator
{
    /// <summary>The id.</summary>
    public CreatorId Id { get; init; }

    /// <summary>The account behind it.</summary>
    public Guid UserId { get; init; }

    /// <summary>The name in <c>/@handle</c>: lower case letters, digits, dot and underscore, 3 to 24 long, unique.</summary>
    public required string Handle { get; set; }

    /// <summary>The name that viewers see, 1 to 80 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>What the creator says about themself, 280 characters at most.</summary>
    public string Bio { get; set; } = string.Empty;

    /// <summary>When the creator registered, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}
