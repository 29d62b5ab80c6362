using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AffiliateStudio.Tests.Platform.Mail;

/// <summary>A mail server on the loopback that takes one mail and keeps what it was told.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StringBuilder _heard = new();

    public MailServer(CancellationToken cancellationToken)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Received = TakeOneAsync(cancellationToken);
    }

    public int Port { get; }

    /// <summary>Everything the client said, once it has said goodbye.</summary>
    public Task<string> Received { get; }

    public bool WasAsked => _listener.Pending() || _heard.Length > 0;

    public void Dispose() => _listener.Dispose();

    private async Task<string> TakeOneAsync(CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 test");
        var inMail = false;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            _heard.AppendLine(line);
            if (inMail && line != ".")
            {
                continue;
            }

            inMail = line == "DATA";
            await writer.WriteLineAsync(line switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
            if (line == "QUIT")
            {
                break;
            }
        }

        return _heard.ToString();
    }
}
