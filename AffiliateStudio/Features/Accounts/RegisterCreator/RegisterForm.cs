using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Accounts.RegisterCreator;

/// <summary>What the registration form posts.</summary>
public sealed class RegisterForm
{
    /// <summary>The name that viewers see.</summary>
    [Required(ErrorMessage = "Give the name that viewers see.")]
    [StringLength(80, ErrorMessage = "Use 80 characters at most.")]
    public string? DisplayName { get; set; }

    /// <summary>The handle.</summary>
    [Required(ErrorMessage = "Choose a handle; it is the address of your page.")]
    public string? Handle { get; set; }

    /// <summary>The address.</summary>
    [Required(ErrorMessage = "Give your e-mail address.")]
    [EmailAddress(ErrorMessage = "Give an e-mail address such as name@example.com.")]
    [StringLength(254, ErrorMessage = "That address is too long.")]
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Use 12 characters or more.")]
    public string? Password { get; set; }
}
