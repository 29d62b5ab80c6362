using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>The domains of Expedia's and Hotels.com's shops, and what may stand before them: <c>www</c>, <c>m</c>, or a country or language such as <c>uk</c> and <c>fr-ca</c>.</summary>
internal static partial class ExpediaHosts
{
    /// <summary>Expedia's domains, one for each country.</summary>
    public static IReadOnlyList<string> Expedia { get; } =
    [
        "expedia.com", "expedia.co.uk", "expedia.de", "expedia.fr", "expedia.ca", "expedia.com.au", "expedia.it", "expedia.es", "expedia.nl", "expedia.be", "expedia.at", "expedia.ch",
        "expedia.ie", "expedia.dk", "expedia.fi", "expedia.no", "expedia.se", "expedia.mx", "expedia.com.br", "expedia.com.ar", "expedia.co.nz", "expedia.co.jp", "expedia.co.kr",
        "expedia.co.in", "expedia.com.hk", "expedia.com.sg", "expedia.com.my", "expedia.com.tw", "expedia.com.ph", "expedia.co.th", "expedia.co.id", "expedia.com.vn",
    ];

    /// <summary>Hotels.com's domains; its countries are in front, as in <c>uk.hotels.com</c>.</summary>
    public static IReadOnlyList<string> Hotels { get; } = ["hotels.com", "hoteles.com", "hoteis.com"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Expedia, .. Hotels];

    /// <summary>Whether a host is a shop on one of these domains.</summary>
    public static bool Contains(IReadOnlyList<string> domains, string idnHost)
    {
        var host = idnHost.ToLowerInvariant();
        return domains.Any(domain => host == domain || (host.EndsWith("." + domain, StringComparison.Ordinal) && Front().IsMatch(host[..^(domain.Length + 1)])));
    }

    [GeneratedRegex("^(?:www|m|euro|[a-z]{2}(?:-[a-z]{2})?)\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Front();
}
