using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>One of Amazon's shops.</summary>
/// <param name="Domain">What follows <c>amazon.</c>, such as <c>co.uk</c>.</param>
/// <param name="Currency">The currency of its reports.</param>
/// <param name="TimeZone">The IANA zone of its report days.</param>
internal sealed record AmazonMarketplace(string Domain, string Currency, string TimeZone)
{
    /// <summary>The 20 marketplaces of the Creators API.</summary>
    public static IReadOnlyList<AmazonMarketplace> All { get; } =
    [
        new("com", "USD", "America/Los_Angeles"),
        new("ca", "CAD", "America/Los_Angeles"),
        new("com.mx", "MXN", "America/Los_Angeles"),
        new("com.br", "BRL", "America/Sao_Paulo"),
        new("co.uk", "GBP", "Europe/London"),
        new("de", "EUR", "Europe/Berlin"),
        new("fr", "EUR", "Europe/Paris"),
        new("it", "EUR", "Europe/Rome"),
        new("es", "EUR", "Europe/Madrid"),
        new("nl", "EUR", "Europe/Amsterdam"),
        new("com.be", "EUR", "Europe/Brussels"),
        new("pl", "PLN", "Europe/Warsaw"),
        new("se", "SEK", "Europe/Stockholm"),
        new("com.tr", "TRY", "Europe/Istanbul"),
        new("sa", "SAR", "Asia/Riyadh"),
        new("ae", "AED", "Asia/Dubai"),
        new("in", "INR", "Asia/Kolkata"),
        new("co.jp", "JPY", "Asia/Tokyo"),
        new("com.au", "AUD", "Australia/Sydney"),
        new("sg", "SGD", "Asia/Singapore"),
    ];

    /// <summary>The shop's host, which is also the value of the <c>x-marketplace</c> header.</summary>
    public string Host => "www.amazon." + Domain;

    /// <summary>
    /// How its tracking ids end: -20 in the Americas, -22 in Japan, Australia and Singapore, -21 everywhere else. Shops that share an ending cannot be told apart by it.
    /// </summary>
    public string TagEnding => Domain switch
    {
        "com" or "ca" or "com.mx" or "com.br" => "-20",
        "co.jp" or "com.au" or "sg" => "-22",
        _ => "-21",
    };

    /// <summary>Whether people there write a comma in front of the cents.</summary>
    public bool WritesDecimalComma => Currency is "EUR" or "PLN" or "SEK" or "TRY" or "BRL";

    /// <summary>The marketplace of a connection; amazon.com when the setting is empty or unknown.</summary>
    public static AmazonMarketplace Of(ConnectionContext? connection) => OfHost(connection?[AmazonSettings.Marketplace].Trim().ToLowerInvariant()) ?? All[0];

    /// <summary>The marketplace with this host, or null.</summary>
    public static AmazonMarketplace? OfHost(string? host) => All.FirstOrDefault(marketplace => marketplace.Host == host);
}
