using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Accounts.SignIn;

/// <summary>What the sign-in form posts.</summary>
public sealed class SignInForm
{
    /// <summary>The address.</summary>
    [Required(ErrorMessage = "Give your e-mail address.")]
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Give your password.")]
    public string? Password { get; set; }

    /// <summary>Whether to stay signed in after the browser closes.</summary>
    public bool Remember { get; set; }
}
