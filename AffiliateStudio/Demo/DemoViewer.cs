using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AffiliateStudio.Platform.Chance;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Demo;

/// <summary>
/// A viewer of the demo: taps a short link over HTTP, follows it to the sandbox shop as a browser does, and sometimes buys there. Nothing is written past the
/// product's own doors.
/// </summary>
internal sealed partial class DemoViewer(OwnAddress address, SeededRandom chance) : IDisposable
{
    private static readonly string[] Systems =
    [
        "iPhone; CPU iPhone OS 18_{0} like Mac OS X", "Linux; Android 15; Pixel {0}", "Linux; Android 14; SM-S9{0}1B", "Windows NT 10.0; Win64; x64; rv:13{0}.0",
        "Macintosh; Intel Mac OS X 10_15_{0}",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() })
    {
        BaseAddress = address.Listening,
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Taps the link and lands at the shop; buys there when asked to. Returns whether an order was made.</summary>
    public async Task<bool> TapAsync(string linkCode, bool buys, CancellationToken cancellationToken)
    {
        var browser = string.Format(CultureInfo.InvariantCulture, chance.Pick(Systems), chance.Next(10));
        using var page = await FollowAsync(new HttpRequestMessage(HttpMethod.Get, "/go/" + linkCode), browser, cancellationToken);
        if (!buys || page.StatusCode != HttpStatusCode.OK)
        {
            return false;
        }

        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        var form = BuyForm().Match(html);
        if (!form.Success)
        {
            // Out of stock today: the shop offers no form.
            return false;
        }

        var fields = HiddenField().Matches(form.Value).Select(field => KeyValuePair.Create(
            WebUtility.HtmlDecode(Attribute(field.Value, "name")), WebUtility.HtmlDecode(Attribute(field.Value, "value"))));
        var action = Attribute(form.Value, "action") is { Length: > 0 } named ? WebUtility.HtmlDecode(named) : page.RequestMessage!.RequestUri!.PathAndQuery;
        using var bought = await FollowAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) }, browser, cancellationToken);
        return bought.IsSuccessStatusCode;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(HttpRequestMessage request, string browser, CancellationToken cancellationToken)
    {
        const int MostHops = 6;
        for (var hop = 0; ; hop++)
        {
            request.Headers.TryAddWithoutValidation("User-Agent", $"Mozilla/5.0 ({browser}) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1");
            request.Headers.TryAddWithoutValidation("Accept", "text/html");
            var response = await _http.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location || hop == MostHops)
            {
                return response;
            }

            var next = new Uri(request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute : new Uri(_http.BaseAddress!, request.RequestUri!), location);
            response.Dispose();
            request.Dispose();
            request = new HttpRequestMessage(HttpMethod.Get, next);
        }
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*>.*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex BuyForm();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenField();
}
