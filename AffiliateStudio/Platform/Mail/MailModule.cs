namespace AffiliateStudio.Platform.Mail;

/// <summary>Registers mail.</summary>
internal static class MailModule
{
    /// <summary>Registers the outbox and the sender.</summary>
    internal static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<IMailSender, MailSender>();
        builder.Services.AddSingleton<IMailCopies, NoMailCopies>();
        builder.Services.AddHostedService<MailNotice>();
        return builder;
    }
}
