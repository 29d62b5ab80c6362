namespace AffiliateStudio.Tests.Connectors;

/// <summary>URLs that look like a shop's and are not, or hide something; no recogniser may take one.</summary>
public static class HostileUrls
{
    private static readonly string[] Paths = ["/dp/B0TEST0001", "/ip/Some-Lamp/900000001", "/p/some-lamp/-/A-80000001"];

    private static readonly string[] Shops = ["www.amazon.com", "www.walmart.com", "www.target.com"];

    public static TheoryData<string> ForAnyShop()
    {
        var urls = new TheoryData<string>();
        foreach (var (host, path) in Shops.Zip(Paths))
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
            foreach (var form in forms.Where(form => !urls.Any(row => row.Data == form)))
            {
                urls.Add(form);
            }
        }

        return urls;
    }
}
