namespace AffiliateStudio.Platform.Mail;

/// <summary>Sends e-mail: to SMTP when it is configured, and always into the outbox when the sandbox is on.</summary>
public interface IMailSender
{
    /// <summary>Sends, or throws when the mail server refuses.</summary>
    Task SendAsync(MailMessageContent message, CancellationToken cancellationToken);
}
