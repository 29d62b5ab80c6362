namespace AffiliateStudio.Platform.Mail;

/// <summary>A mail in the outbox.</summary>
/// <param name="Id">The name of its file, without extension; sorts by time.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="TextBody">The body as plain text.</param>
/// <param name="SentAt">When it was written, UTC.</param>
public sealed record OutboxMail(string Id, string To, string Subject, string TextBody, DateTime SentAt);
