using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace AffiliateStudio.Platform.Web;

/// <summary>
/// Whether an address is one of the open internet. Everything that is this machine, its network, a cloud's metadata service, or stands for such an address in another notation is not.
/// </summary>
public static class PublicAddress
{
    // IANA's special-purpose registries (RFC 6890 and its successors).
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether it may be connected to on behalf of somebody else.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (address.IsIPv4MappedToIPv6)
            {
                return Is(address.MapToIPv4());
            }

            if (Translated.Contains(address))
            {
                return Is(Embedded(address));
            }

            return address.ScopeId == 0 && Global6.Contains(address) && !IsReserved(address);
        }

        return address.AddressFamily == AddressFamily.InterNetwork && !IsReserved(address);
    }

    private static bool IsReserved(IPAddress address) => Array.Exists(Reserved, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));

    private static IPAddress Embedded(IPAddress address) => new(BinaryPrimitives.ReadUInt32LittleEndian(address.GetAddressBytes().AsSpan(12)));
}
