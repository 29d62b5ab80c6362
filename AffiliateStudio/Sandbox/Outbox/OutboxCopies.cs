using AffiliateStudio.Platform.Mail;

namespace AffiliateStudio.Sandbox.Outbox;

/// <summary>Tells the rest of the product that the outbox shows a copy of every mail.</summary>
internal sealed class OutboxCopies(IHostEnvironment environment) : IMailCopies
{
    public string? Address => SandboxRoutes.Outbox;

    public bool IsForAdminsOnly => !environment.IsDevelopment();
}
