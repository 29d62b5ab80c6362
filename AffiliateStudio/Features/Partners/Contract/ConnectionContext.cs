using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A connection with its settings in the clear, alive for one call. Never logged, never stored.</summary>
public sealed class ConnectionContext
{
    /// <summary>The partner.</summary>
    public required PartnerKey Partner { get; init; }

    /// <summary>Sandbox or live.</summary>
    public required ConnectionKind Kind { get; init; }

    /// <summary>
    /// For a sandbox connection the address under which this server plays the partner, ending in a slash (<c>http://127.0.0.1:5080/sandbox/amazon/</c>); null for a
    /// live one, where the connector knows its partner's hosts.
    /// </summary>
    public required Uri? SandboxAddress { get; init; }

    /// <summary>Settings by name.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>
    /// Whether the connection's own names (tag, campaign) mean anything in the shop of this page: those of a sandbox connection are made up, so they count in the sandbox only, and a live one knows nothing of the sandbox's pages.
    /// </summary>
    public bool Covers(string productUrl) => (Kind == ConnectionKind.Sandbox) == productUrl.StartsWith("/sandbox/", StringComparison.Ordinal);

    /// <summary>A setting, or the empty string when it was not entered.</summary>
    public string this[string name] => Settings.TryGetValue(name, out var value) ? value : string.Empty;

    /// <summary>
    /// A URL that a partner gave us, as it is stored: one that points at this server's sandbox becomes a path (<c>/sandbox/…</c>), so that it outlives a change of
    /// port; any other stays as it is.
    /// </summary>
    public string Stored(string url) =>
        SandboxAddress is { } sandbox && url.StartsWith(sandbox.GetLeftPart(UriPartial.Authority) + "/sandbox/", StringComparison.Ordinal)
            ? url[sandbox.GetLeftPart(UriPartial.Authority).Length..]
            : url;
}
