namespace AffiliateStudio.Features.Accounts.SignIn;

/// <summary>Who wants in.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
/// <param name="Remember">Whether the cookie outlives the browser.</param>
internal sealed record SignInCommand(string Email, string Password, bool Remember);
