using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform.Mail;

/// <summary>Says once at start where mails go.</summary>
internal sealed partial class MailNotice(Outbox outbox, IOptions<SmtpOptions> options, ILogger<MailNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsConfigured)
        {
            LogSmtp(logger, options.Value.Host!, options.Value.Port);
        }
        else
        {
            LogOutbox(logger, outbox.Folder);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Mails go out through {Host}:{Port}.")]
    private static partial void LogSmtp(ILogger logger, string host, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mails are kept in {Folder} because Mail:Smtp:Host is not set.")]
    private static partial void LogOutbox(ILogger logger, string folder);
}
