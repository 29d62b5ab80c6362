namespace AffiliateStudio.Features.Accounts.ResetPassword;

/// <summary>A new password, with the proof from the mail.</summary>
/// <param name="Email">The account's address.</param>
/// <param name="Code">The code of the link.</param>
/// <param name="Password">The new password.</param>
internal sealed record ResetPasswordCommand(string Email, string Code, string Password);
