using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Accounts.ChangePassword;

/// <summary>What the change-password form posts.</summary>
public sealed class ChangePasswordForm
{
    /// <summary>The password so far.</summary>
    [Required(ErrorMessage = "Give your current password.")]
    public string? CurrentPassword { get; set; }

    /// <summary>The new one.</summary>
    [Required(ErrorMessage = "Choose a new password.")]
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Use 12 characters or more.")]
    public string? Password { get; set; }
}
