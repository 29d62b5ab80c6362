using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Platform.Mail;

public sealed class MailSenderTests : IDisposable
{
    private static readonly MailMessageContent Welcome = new("ana@example.test", "Welcome", "Your account is ready.");

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-mail-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task Mail_WithAServer_GoesToItAndWithTheSandboxIntoTheOutboxToo(string sandbox, int kept)
    {
        using var server = new MailServer(Token);
        var outbox = new Outbox(new DataDirectory(_folder), new TestClock());

        await Sender(outbox, sandbox, "127.0.0.1", server.Port).SendAsync(Welcome, Token);

        var heard = await server.Received.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Contains("MAIL FROM:<studio@example.test>", heard, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ana@example.test>", heard, StringComparison.Ordinal);
        Assert.Contains("Subject: Welcome", heard, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Your account is ready.", heard, StringComparison.Ordinal);
        Assert.Equal(kept, (await outbox.ListAsync(10, Token)).Count);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Mail_WithoutAServer_IsKeptInTheOutbox(string sandbox)
    {
        using var server = new MailServer(Token);
        var outbox = new Outbox(new DataDirectory(_folder), new TestClock());

        await Sender(outbox, sandbox, host: null, server.Port).SendAsync(Welcome, Token);

        var mail = Assert.Single(await outbox.ListAsync(10, Token));
        Assert.Equal(("ana@example.test", "Welcome", "Your account is ready."), (mail.To, mail.Subject, mail.TextBody));
        Assert.False(server.WasAsked);
    }

    private static MailSender Sender(Outbox outbox, string sandbox, string? host, int port) => new(
        outbox,
        Options.Create(new SmtpOptions { Host = host, Port = port, UseTls = false, From = "studio@example.test" }),
        new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Enabled", sandbox)]).Build());
}
