using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Accounts.ChangePassword;

/// <summary>A new password for one's own account.</summary>
/// <param name="Actor">Whose account.</param>
/// <param name="CurrentPassword">The password so far.</param>
/// <param name="NewPassword">The new one, 12 characters or more.</param>
internal sealed record ChangePasswordCommand(Actor Actor, string CurrentPassword, string NewPassword);
