using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform.Mail;

/// <summary>
/// Sends by SMTP when it is configured. With the sandbox on, or without SMTP, the mail is kept in the outbox, so that a person can always read
/// what was meant for them.
/// </summary>
internal sealed class MailSender(Outbox outbox, IOptions<SmtpOptions> options, IConfiguration configuration) : IMailSender
{
    public async Task SendAsync(MailMessageContent message, CancellationToken cancellationToken)
    {
        var smtp = options.Value;
        if (!smtp.IsConfigured || configuration.GetValue<bool>("Sandbox:Enabled"))
        {
            await outbox.AddAsync(message, cancellationToken);
        }

        if (smtp.IsConfigured)
        {
            using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.UseTls };
            if (!string.IsNullOrEmpty(smtp.UserName))
            {
                client.Credentials = new NetworkCredential(smtp.UserName, smtp.Password);
            }

            using var mail = new MailMessage(smtp.From!, message.To, message.Subject, message.TextBody);
            await client.SendMailAsync(mail, cancellationToken);
        }
    }
}
