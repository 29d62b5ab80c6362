namespace AffiliateStudio.Features.Accounts.ListSharedAccounts;

/// <summary>A shared account on the sign-in page.</summary>
/// <param name="Email">The address.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="Role">One of <c>Roles</c>.</param>
internal sealed record SharedAccount(string Email, string DisplayName, string Role);
