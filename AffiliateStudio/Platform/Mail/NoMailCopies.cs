namespace AffiliateStudio.Platform.Mail;

/// <summary>Nobody shows copies, unless a module that does says so.</summary>
internal sealed class NoMailCopies : IMailCopies
{
    public string? Address => null;

    public bool IsForAdminsOnly => true;
}
