namespace AffiliateStudio.Platform.Mail;

/// <summary>Whether people can read a copy of what was mailed on this server itself, and where.</summary>
public interface IMailCopies
{
    /// <summary>The address of the page with the copies, or null when there is none.</summary>
    string? Address { get; }

    /// <summary>Whether only admins may open that page.</summary>
    bool IsForAdminsOnly { get; }
}
