using System.Globalization;
using System.Xml;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Turns hotels and activities into offers.</summary>
internal static class XapOffers
{
    private const int MostPictures = 8;

    /// <summary>The offer of a hotel for the dates and the party that were asked for, or null when it has no id or no name.</summary>
    public static PartnerOffer? From(Hotel hotel, StayId asked, ConnectionContext connection)
    {
        var name = PlainText.FromHtml(hotel.Name, 200);
        if (hotel.Id is not { Length: > 0 } id || StayId.Parse(asked.Kind + id) is null || name is null)
        {
            return null;
        }

        var stay = asked with { Number = id };
        var isAvailable = string.Equals(hotel.Status?.Trim(), "AVAILABLE", StringComparison.OrdinalIgnoreCase);
        var room = isAvailable ? Cheapest(hotel.RoomTypes) : null;
        var total = Price(room?.Price?.TotalPrice);
        var nightly = Price(room?.Price?.AvgNightlyRate);
        var city = PlainText.FromHtml(hotel.Location?.Address?.City, 80);
        return new PartnerOffer
        {
            Partner = PartnerKey.Expedia,
            ExternalId = stay.ToString(),
            Title = city is null || name.Contains(city, StringComparison.OrdinalIgnoreCase) ? name : $"{name}, {city}",
            Merchant = XapErrors.Partner,
            MerchantId = ExpediaSettings.MerchantOf(connection),
            CategoryPath = "Travel/Hotels",

            // Without dates the price is that of a night which Expedia chose itself: an example, not a total.
            Price = stay.From is null ? nightly ?? total : total,
            WasPrice = total is { } now && stay.From is not null && Price(room?.Price?.TotalStrikeOutPrice) is { } before && before.Currency == now.Currency && before > now ? before : null,
            Stay = stay is { From: { } first, To: { } last } ? new StayQuote(first, last, stay.Guests, nightly) : null,
            Stock = isAvailable ? StockState.InStock : hotel.Status is { Length: > 0 } ? StockState.OutOfStock : StockState.Unknown,
            ImageUrls = Pictures([hotel.ThumbnailUrl, .. (hotel.Media ?? []).Select(media => media.Url)], connection),
            Description = DescriptionOf(hotel, room),
            ProductUrl = ExpediaLinks.PageOf(stay, room?.Links?.WebDetails?.Href ?? hotel.Links?.WebDetails?.Href, connection),
        };
    }

    /// <summary>The offer of an activity, or null when it has no id or no name.</summary>
    public static PartnerOffer? From(Activity activity, DateOnly? on, ConnectionContext connection)
    {
        var title = PlainText.FromHtml(activity.Title, 240);
        if (activity.Id is not { Length: > 0 } id || StayId.Parse("a" + id) is null || title is null)
        {
            return null;
        }

        var stay = StayId.Activity(id, on);
        var place = (activity.ActivityLocations ?? activity.Locations) is [{ Address.City: { Length: > 0 } city }, ..] ? PlainText.FromHtml(city, 80) : null;
        var price = Price(activity.Price?.TotalRate);
        return new PartnerOffer
        {
            Partner = PartnerKey.Expedia,
            ExternalId = stay.ToString(),
            Title = place is null || title.Contains(place, StringComparison.OrdinalIgnoreCase) ? title : $"{title}, {place}",
            Merchant = XapErrors.Partner,
            MerchantId = ExpediaSettings.MerchantOf(connection),
            CategoryPath = "Travel/Activities",
            Price = price,
            WasPrice = Price(activity.ReferencePrice?.TotalRate) is { } before && price is { } now && before.Currency == now.Currency && before > now ? before : null,

            // The price is one adult's, whoever comes along.
            Stay = on is { } day ? new StayQuote(day, day, 1, null) : null,
            Stock = price is null ? StockState.Unknown : StockState.InStock,
            ImageUrls = Pictures((activity.Media ?? []).Select(media => media.Url), connection),
            Description = DescriptionOf(activity),
            ProductUrl = ExpediaLinks.PageOf(stay, activity.Links?.WebDetails?.Href, connection),
        };
    }

    private static RoomType? Cheapest(IReadOnlyList<RoomType>? rooms) => rooms?.OfType<RoomType>().OrderBy(room => room.Price?.TotalPrice?.Value ?? decimal.MaxValue).FirstOrDefault();

    private static Money? Price(XapAmount? amount) => MajorAmount.ToPrice(amount?.Value, amount?.Currency);

    private static List<string> Pictures(IEnumerable<string?> urls, ConnectionContext connection) =>
    [
        .. urls.OfType<string>().Select(url => connection.Stored(url.Trim()))
            .Select(url => url.StartsWith("http://", StringComparison.Ordinal) ? "https://" + url["http://".Length..] : url)
            .Where(url => url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("/sandbox/", StringComparison.Ordinal))
            .Distinct()
            .Take(MostPictures),
    ];

    private static string? DescriptionOf(Hotel hotel, RoomType? room)
    {
        var facts = new List<string>();
        if (hotel.StarRating is > 0 and <= 5 and var stars)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{stars:0.#} stars"));
        }

        if (hotel.GuestRating is > 0 and <= 5 and var rating)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"guests give it {rating:0.0} of 5{(hotel.GuestReviewCount is > 0 and var count ? $" in {count} reviews" : string.Empty)}"));
        }

        var amenities = string.Join(", ", (hotel.HotelAmenities ?? []).Select(amenity => amenity.Name).Where(name => !string.IsNullOrWhiteSpace(name)).Take(8));
        string?[] lines =
        [
            string.Join(", ", facts), hotel.Description?.HotelTeaser, hotel.Description?.LocationTeaser, room?.Description is { Length: > 0 } words ? "Room: " + words : null,
            amenities.Length > 0 ? "Has: " + amenities : null, hotel.Location?.Address?.Address1,
        ];
        return Join(lines);
    }

    private static string? DescriptionOf(Activity activity)
    {
        var isFree = activity.FreeCancellation ?? activity.CancellationPolicy?.FreeCancellation;
        string?[] lines =
        [
            activity.Description, Duration(activity.Duration), activity.Supplier?.Name is { Length: > 0 } supplier ? "By " + supplier : null, isFree == true ? "Can be cancelled for free." : null,
        ];
        return Join(lines);
    }

    private static string? Join(IEnumerable<string?> lines) => string.Join('\n', lines.Select(line => PlainText.FromHtml(line, 1000)).OfType<string>()) is { Length: > 0 } text ? text : null;

    // "PT3H0M"; a pass may last 216 hours.
    private static string? Duration(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            var span = XmlConvert.ToTimeSpan(text.Trim());
            return span <= TimeSpan.Zero ? null
                : span.TotalHours >= 48 ? string.Create(CultureInfo.InvariantCulture, $"Takes up to {span.TotalDays:0.#} days.")
                : span.Minutes == 0 && span.Seconds == 0 ? string.Create(CultureInfo.InvariantCulture, $"Takes about {span.TotalHours:0} hours.")
                : string.Create(CultureInfo.InvariantCulture, $"Takes about {span.TotalMinutes:0} minutes.");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }
}
