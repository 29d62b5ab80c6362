namespace AffiliateStudio.Tests.Connectors;

/// <summary>URLs that look like a shop's and are not, or hide something; no recogniser may take one.</summary>
public static class HostileUrls
{
    private static readonly (string Host, string Path)[] Shops =
    [
        ("www.amazon.com", "/dp/B0TEST0001"),
        ("www.walmart.com", "/ip/Some-Lamp/900000001"),
        ("www.target.com", "/p/some-lamp/-/A-80000001"),
        ("www.fernway.example", "/p/camp-stove-02"),
        ("www.expedia.com", "/Hotel.h9900123.Hotel-Information"),
    ];

    /// <summary>All of them, each once.</summary>
    public static TheoryData<string> ForAnyShop() => new(Forms().Distinct(StringComparer.Ordinal));

    /// <summary>Those that lead away from the shops, or would be read so by somebody; the others name a host below a shop's own domain.</summary>
    public static TheoryData<string> AwayFromTheShops() =>
        new(Forms().Where(form => !Shops.Any(shop => form == $"https://evil-{shop.Host}{shop.Path}" || form == $"https://www.{shop.Host}{shop.Path}")).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Forms()
    {
        foreach (var (host, path) in Shops)
        {
            string[] forms =
            [
                $"https://{host}@evil.example{path}", $"https://user@{host}{path}", $"https://user:pw@{host}{path}", $"https://@{host}{path}",
                $"https://{host}.evil.example{path}", $"https://evil-{host}{path}", $"https://evil.example/{host}{path}", $"https://evil.example?u=https://{host}{path}",
                $"https://evil.example#{host}{path}", $"https://{host}:8443{path}", $"http://{host}:443{path}", $"https://{host}.{path}",
                $"https://{host}%2eevil.example{path}", $"https://{host}%00.evil.example{path}", $"https://{host}\0{path}", $"https://{host}\t{path}",
                $"https://{host}\r\n{path}", $"https://{host}\\@evil.example{path}", $"https:\\\\{host}{path}", $"\\\\{host}{path}", $"//{host}{path}", $"ftp://{host}{path}",
                $"javascript:alert(1)//{host}{path}", $"javascript://{host}{path}", $"data:text/html,{host}{path}", $"file://{host}{path}", $"https:/{host}{path}", $"https:{host}{path}",
                $"https://{host.Replace("a", "\u0430", StringComparison.Ordinal)}{path}", $"https://{host.Replace('o', '0')}{path}", $"https://{host}\u3002evil.example{path}",
                $"https://{host.Replace(".com", ".co", StringComparison.Ordinal)}{path}", $"https://www.{host}{path}", $"https://127.0.0.1{path}", $"https://[::1]{path}",
                $"https://2130706433{path}", $"https://169.254.169.254{path}", $"https://{host}{path.Replace("/", "%2F", StringComparison.Ordinal)}", path, host, string.Empty, "   ", "?", "not a url",
                $"https://{host}{path}{new string('a', 5000)}",
                $"https://0x7f000001{path}", $"https://0177.0.0.1{path}", $"https://127.1{path}", $"https://[::ffff:127.0.0.1]{path}", $"https://[::]{path}", $"https://localhost.{path}",
                $"https://\u2460\u2461\u2466.0.0.1{path}", $"https://xn--mazon-3ve.com{path}", $"https://{host}\uFF0Fevil.example{path}", $"https://{host}%5C@evil.example{path}",
                $"https://{host}:443@evil.example{path}", $"https://{host};evil.example{path}", $"https://evil.example%2F@{host}{path}", $"blob:https://{host}{path}",
            ];

            // A letter that the name does not have cannot be swapped.
            foreach (var form in forms.Where(form => form != $"https://{host}{path}"))
            {
                yield return form;
            }
        }
    }
}
