using System.Globalization;
using System.Text.Json;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Platform.Mail;

/// <summary>Mails as files in the data directory's <c>outbox</c> folder: what a person would have received, for the sandbox and for servers without SMTP.</summary>
public sealed class Outbox(DataDirectory files, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The folder.</summary>
    public string Folder => files.Folder("outbox");

    /// <summary>Keeps a mail. It appears under its name only when it is whole.</summary>
    public async Task<OutboxMail> AddAsync(MailMessageContent message, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var id = now.ToString("yyyyMMdd-HHmmss-fffffff", CultureInfo.InvariantCulture) + "-" + ReferenceNumber.New();
        var mail = new OutboxMail(id, message.To, message.Subject, message.TextBody, now);
        var partial = Path.Combine(Folder, id + ".partial");
        await File.WriteAllTextAsync(partial, JsonSerializer.Serialize(mail, Readable), cancellationToken);
        File.Move(partial, Path.Combine(Folder, id + ".json"));
        return mail;
    }

    /// <summary>The newest mails first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<OutboxMail>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var mails = new List<OutboxMail>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").OrderDescending(StringComparer.Ordinal).Take(most))
        {
            if (JsonSerializer.Deserialize<OutboxMail>(await File.ReadAllTextAsync(path, cancellationToken)) is { } mail)
            {
                mails.Add(mail);
            }
        }

        return mails;
    }
}
