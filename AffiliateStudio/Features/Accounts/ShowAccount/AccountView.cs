namespace AffiliateStudio.Features.Accounts.ShowAccount;

/// <summary>One's own account as the account page shows it.</summary>
/// <param name="Email">The address.</param>
/// <param name="DisplayName">The name that others see.</param>
/// <param name="Handle">The creator's handle; null for other roles.</param>
/// <param name="Bio">The creator's bio.</param>
internal sealed record AccountView(string Email, string DisplayName, string? Handle, string Bio);
