using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Accounts.ResetPassword;

/// <summary>What the new-password form posts.</summary>
public sealed class ResetPasswordForm
{
    /// <summary>The new password.</summary>
    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Use 12 characters or more.")]
    public string? Password { get; set; }
}
