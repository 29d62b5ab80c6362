using System.Globalization;
using System.Text.RegularExpressions;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Expedia's and Hotels.com's pages of hotels and activities, and Partnerize's links around them: read in every form, written in one. A page is kept by its path, its dates and
/// its party; everything else in such an address is of the moment or somebody's tracking.
/// </summary>
internal static partial class ExpediaLinks
{
    private const string SandboxShop = "/sandbox/expedia";
    private const string LiveShop = "https://www.expedia.com";
    private const string LiveHotelsShop = "https://www.hotels.com";
    private const string Network = "prf.hn";
    private const string Destination = "/destination:";

    /// <summary>How a camref is asked for.</summary>
    public static CreatorTagForm TagForm { get; } = new(
        "Expedia camref",
        "1011lXyZ",
        "At Partnerize, in any link of Expedia's campaign, between “camref:” and the next slash. Bookings under it are reported to your own Partnerize account and not here.");

    /// <summary>Reads a pasted URL. Dates that are over are left out.</summary>
    public static RecognizedProduct? Recognize(string url, DateOnly today) => PastedUrl.Parse(url) is { } parsed ? Recognize(parsed, today, depth: 0) : null;

    /// <summary>Whether an address is a short link, whose page only Expedia or Partnerize can tell.</summary>
    public static bool IsShortLink(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant();
        return host == Network
            ? url.AbsolutePath.StartsWith("/l/", StringComparison.OrdinalIgnoreCase)
            : ExpediaHosts.Contains(ExpediaHosts.All, host) && url.AbsolutePath.StartsWith("/affiliate/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The lasting page of a stay, as it is stored.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="href">The page that the partner named, of which only the path is kept, or null.</param>
    /// <param name="connection">The connection.</param>
    public static string PageOf(StayId stay, string? href, ConnectionContext connection)
    {
        // Numbers of Hotels.com are no numbers of Expedia's.
        var shop = connection.SandboxAddress is not null ? SandboxShop : stay.Kind == 'c' ? LiveHotelsShop : LiveShop;
        var path = stay.Kind != 'c' && href is not null && Uri.TryCreate(href, UriKind.Absolute, out var told) && PathIn(told, connection) is { } found && NumberIn(found, stay.Kind) == stay.Number ? found : PathOf(stay);
        return shop + path + QueryOf(stay);
    }

    /// <summary>The link that earns for a camref. Without one it still leads to the page.</summary>
    public static EarningLink Build(ProductReference product, string camref)
    {
        if (camref.Length == 0)
        {
            return new EarningLink(product.ProductUrl, "pubref");
        }

        var shop = product.ProductUrl.StartsWith(SandboxShop + "/", StringComparison.Ordinal) ? SandboxShop : "https://" + Network;
        return new EarningLink($"{shop}/click/camref:{Uri.EscapeDataString(camref)}/pubref:{EarningLink.Slot}{Destination}{Uri.EscapeDataString(product.ProductUrl)}", string.Empty);
    }

    /// <summary>Null when it looks like a camref, else what is wrong.</summary>
    public static string? CheckTag(string tag) => CamrefPattern().IsMatch(tag)
        ? null
        : "A camref is the word between “camref:” and the next slash of a Partnerize link: a digit, then letters and digits, such as 1011lXyZ.";

    private static RecognizedProduct? Recognize(Uri url, DateOnly today, int depth)
    {
        if (url.IsLoopback)
        {
            return url.AbsolutePath.StartsWith(SandboxShop + "/", StringComparison.Ordinal) ? Read(url.AbsolutePath[SandboxShop.Length..], url, today, SandboxShop) : null;
        }

        if (url is not { Scheme: "https" or "http", IsDefaultPort: true })
        {
            return null;
        }

        var host = url.IdnHost.ToLowerInvariant();
        if (host == Network)
        {
            return depth == 0 && DestinationOf(url) is { } inner && PastedUrl.Parse(inner) is { IsLoopback: false } page ? Recognize(page, today, depth + 1) : null;
        }

        return ExpediaHosts.Contains(ExpediaHosts.Expedia, host) ? Read(url.AbsolutePath, url, today, LiveShop)
            : ExpediaHosts.Contains(ExpediaHosts.Hotels, host) ? ReadHotelsPage(url, today)
            : null;
    }

    private static RecognizedProduct? Read(string path, Uri url, DateOnly today, string shop)
    {
        if (HotelPath().Match(path) is { Success: true } hotel)
        {
            return Hotel(StayIn(url, hotel.Groups["id"].Value, today), shop, TitleOf(hotel.Groups["slug"].Value));
        }

        if (path.TrimEnd('/').EndsWith("/Hotel-Search", StringComparison.OrdinalIgnoreCase) && PastedUrl.Query(url, "selected") is { } selected && Number().IsMatch(selected))
        {
            return Hotel(StayIn(url, selected, today), shop, null);
        }

        if (ActivityPath().Match(path) is { Success: true } activity)
        {
            var number = activity.Groups["id"].Success ? activity.Groups["id"].Value : activity.Groups["old"].Value;
            var day = Future(DayIn(url, "startDate"), today);
            var stay = StayId.Activity(number, day);
            return new RecognizedProduct(stay.ToString(), shop + PathOf(stay) + QueryOf(stay), TitleOf(activity.Groups["slug"].Value));
        }

        return null;
    }

    // Hotels.com counts its hotels anew; a newer address also names Expedia's number, under which the hotel is the same one to us.
    private static RecognizedProduct? ReadHotelsPage(Uri url, DateOnly today)
    {
        if (HotelsPath().Match(url.AbsolutePath) is not { Success: true } match)
        {
            return Read(url.AbsolutePath, url, today, LiveShop);
        }

        return PastedUrl.Query(url, "expediaPropertyId") is { } expedia && Number().IsMatch(expedia)
            ? Hotel(StayIn(url, expedia, today), LiveShop, TitleOf(match.Groups["slug"].Value))
            : Hotel(StayIn(url, match.Groups["id"].Value, today) with { Kind = 'c' }, "https://www.hotels.com", TitleOf(match.Groups["slug"].Value));
    }

    private static RecognizedProduct Hotel(StayId stay, string shop, string? title) => new(stay.ToString(), shop + PathOf(stay) + QueryOf(stay), title);

    private static StayId StayIn(Uri url, string number, DateOnly today)
    {
        var from = Future(DayIn(url, "chkin") ?? DayIn(url, "startDate") ?? DayIn(url, "q-check-in"), today);
        var to = DayIn(url, "chkout") ?? DayIn(url, "endDate") ?? DayIn(url, "q-check-out");
        var party = PartyPattern().Match(PastedUrl.Query(url, "rm1") ?? string.Empty);
        var guests = party.Success ? int.Parse(party.Groups["adults"].Value, CultureInfo.InvariantCulture) : StayId.UsualGuests;
        return StayId.Hotel(number, from, to, Math.Clamp(guests, 1, StayId.MostGuests));
    }

    private static DateOnly? Future(DateOnly? day, DateOnly today) => day >= today ? day : null;

    private static DateOnly? DayIn(Uri url, string name) => PastedUrl.Query(url, name) is { Length: 10 } text
        ? StayId.ParseDay(text) ?? (name == "startDate" && DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null)
        : null;

    // Raw or percent-encoded, and always the last part, so that it may hold slashes and a query of its own.
    private static string? DestinationOf(Uri url)
    {
        var text = url.PathAndQuery;
        if (!text.StartsWith("/click/", StringComparison.OrdinalIgnoreCase) || text.IndexOf(Destination, StringComparison.OrdinalIgnoreCase) is not (> 0 and var at))
        {
            return null;
        }

        var rest = text[(at + Destination.Length)..];
        return rest.Contains("://", StringComparison.Ordinal) ? rest : Uri.UnescapeDataString(rest);
    }

    private static string? PathIn(Uri told, ConnectionContext connection)
    {
        if (connection.SandboxAddress is null)
        {
            return told.Scheme == Uri.UriSchemeHttps && ExpediaHosts.Contains(ExpediaHosts.Expedia, told.IdnHost) ? told.AbsolutePath : null;
        }

        var stored = connection.Stored(told.AbsoluteUri);
        return stored.StartsWith(SandboxShop + "/", StringComparison.Ordinal) ? stored[SandboxShop.Length..].Split('?', '#')[0] : null;
    }

    private static string? NumberIn(string path, char kind)
    {
        var match = kind == 'a' ? ActivityPath().Match(path) : HotelPath().Match(path);
        return !match.Success ? null : match.Groups["id"].Success ? match.Groups["id"].Value : match.Groups["old"].Value;
    }

    private static string PathOf(StayId stay) => stay.Kind switch
    {
        'a' => $"/things-to-do/activity.a{stay.Number}.activity-details",
        'c' => $"/ho{stay.Number}/",
        _ => $"/Hotel.h{stay.Number}.Hotel-Information",
    };

    private static string QueryOf(StayId stay) => (stay.From, stay.To) switch
    {
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"?chkin={StayId.Write(from)}&chkout={StayId.Write(to)}&rm1=a{stay.Guests}"),
        ({ } on, null) => $"?startDate={StayId.Write(on)}",
        _ => string.Empty,
    };

    private static string? TitleOf(string slug) => slug.Length < 6 || !slug.Contains('-', StringComparison.Ordinal)
        ? null
        : PlainText.FromHtml(Uri.UnescapeDataString(slug).Replace("-Hotels-", ", ", StringComparison.Ordinal).Replace('-', ' '), 200);

    [GeneratedRegex("^/(?:[a-z]{2}/)?(?<slug>[^/]*?)\\.h(?<id>[1-9][0-9]{0,11})\\.(?:Hotel-Information|Hotel-Reviews|Description-Hotel)/?\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex HotelPath();

    [GeneratedRegex("^(?:/(?:[a-z]{2}/)?things-to-do/(?<slug>[^/]*?)\\.a(?<id>[1-9][0-9]{0,11})\\.activity-details|/lx/activity/(?<old>[1-9][0-9]{0,11}))/?\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex ActivityPath();

    [GeneratedRegex("^/(?:[a-z]{2}/)?ho(?<id>[1-9][0-9]{0,11})(?:/(?<slug>[^/]*))?/?\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex HotelsPath();

    [GeneratedRegex("^[1-9][0-9]{0,11}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Number();

    [GeneratedRegex("^a(?<adults>[0-9]{1,2})(?:[:,]|\\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex PartyPattern();

    [GeneratedRegex("^[0-9][0-9A-Za-z]{3,31}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex CamrefPattern();
}
