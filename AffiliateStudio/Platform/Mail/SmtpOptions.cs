using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Platform.Mail;

/// <summary>Settings under <c>Mail:Smtp</c>. Without a host no mail leaves the machine.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mail:Smtp";

    /// <summary>The mail server; empty switches SMTP off.</summary>
    public string? Host { get; set; }

    /// <summary>The port, 1 to 65535.</summary>
    [Range(1, 65535, ErrorMessage = "Mail:Smtp:Port must be between 1 and 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is upgraded to TLS before anything is said.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>The account at the mail server, when it wants one.</summary>
    public string? UserName { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address, such as <c>studio@example.com</c>.</summary>
    [EmailAddress(ErrorMessage = "Mail:Smtp:From must be an e-mail address.")]
    public string? From { get; set; }

    /// <summary>Whether mails go out.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && string.IsNullOrWhiteSpace(From))
        {
            yield return new ValidationResult("Mail:Smtp:From must be set when Mail:Smtp:Host is.");
        }

        if (!string.IsNullOrEmpty(UserName) && string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("Mail:Smtp:Password must be set when Mail:Smtp:UserName is.");
        }
    }
}
