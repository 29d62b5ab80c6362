using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace AffiliateStudio.Features.Partners;

/// <summary>Addresses and networks that a partner calls from. An empty list lets everybody in.</summary>
internal sealed class PostbackSources
{
    private const int Most = 40;

    private readonly IReadOnlyList<IPNetwork> _networks;

    private PostbackSources(IReadOnlyList<IPNetwork> networks) => _networks = networks;

    /// <summary>The list as it is stored.</summary>
    public string Text => string.Join(' ', _networks);

    /// <summary>Reads a list: addresses or networks such as <c>192.0.2.0/24</c>, separated by spaces, commas or lines.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PostbackSources? sources, [NotNullWhen(false)] out string? wrong)
    {
        (sources, wrong) = (null, null);
        var networks = new List<IPNetwork>();
        foreach (var entry in (text ?? string.Empty).Split([' ', ',', ';', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (networks.Count == Most || NetworkOf(entry) is not { } network)
            {
                wrong = entry;
                return false;
            }

            networks.Add(network);
        }

        sources = new PostbackSources(networks);
        return true;
    }

    /// <summary>Whether a sender may call. One whose address is not known is no sender of a list.</summary>
    public bool Allow(IPAddress? sender)
    {
        if (_networks.Count == 0)
        {
            return true;
        }

        var address = sender is { IsIPv4MappedToIPv6: true } ? sender.MapToIPv4() : sender;
        return address is not null && _networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }

    // "127.1" and "0x7f000001" are read by the parser too; whoever types a list means what is written in full.
    private static IPNetwork? NetworkOf(string entry)
    {
        if (entry.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(entry, out var network) && IsPlain(entry.Split('/')[0], network.BaseAddress) ? network : null;
        }

        return IPAddress.TryParse(entry, out var address) && IsPlain(entry, address)
            ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : null;
    }

    private static bool IsPlain(string entry, IPAddress address) =>
        entry.Length <= 45 && (address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId == 0 && !entry.Contains('[', StringComparison.Ordinal) : entry.Count(character => character == '.') == 3 && entry.All(character => char.IsAsciiDigit(character) || character == '.'));
}
