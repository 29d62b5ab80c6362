namespace AffiliateStudio.Features.Accounts.CreateAccount;

/// <summary>An account to make.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Password">The password, 12 characters or more.</param>
/// <param name="Role">One of <c>Roles</c>.</param>
/// <param name="DisplayName">The name that others see, 1 to 80 characters.</param>
/// <param name="Handle">The handle; creators need one, others have none.</param>
public sealed record CreateAccountCommand(string Email, string Password, string Role, string DisplayName, string? Handle = null);
