using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Accounts.SendResetLink;

/// <summary>What the forgotten-password form posts.</summary>
public sealed class ForgotPasswordForm
{
    /// <summary>The address.</summary>
    [Required(ErrorMessage = "Give your e-mail address.")]
    [EmailAddress(ErrorMessage = "Give an e-mail address such as name@example.com.")]
    public string? Email { get; set; }
}
