namespace AffiliateStudio.Platform.Mail;

/// <summary>An e-mail to one person.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="TextBody">The body as plain text; links stand on lines of their own.</param>
public sealed record MailMessageContent(string To, string Subject, string TextBody);
