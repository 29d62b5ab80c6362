using System.Globalization;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Searches hotels and activities. XAP's answers have no pages: one call brings all that is shown of a search.</summary>
internal sealed class XapSearch(XapClient client, TimeProvider clock)
{
    private const int LargestAnswer = 200;
    private const int LargestLookup = 50;
    private const int FarthestDays = 500;
    private const int LongestStay = 28;

    /// <summary>Searches.</summary>
    public async Task<PartnerResult<ProductSearchAnswer>> RunAsync(ConnectionContext connection, ProductSearchRequest request, TravelCriteria criteria, CancellationToken cancellationToken)
    {
        if (request.Page > 1)
        {
            return new ProductSearchAnswer([], 0, false, []);
        }

        if (Refusal(criteria) is { } refusal)
        {
            return refusal;
        }

        return criteria.Kind == TravelKind.Activities
            ? await ActivitiesAsync(connection, request, criteria, cancellationToken)
            : await HotelsAsync(connection, request, criteria, cancellationToken);
    }

    /// <summary>Hotels by their ids, all for the same dates and party.</summary>
    public async Task<PartnerResult<IReadOnlyList<PartnerOffer>>> LookUpAsync(ConnectionContext connection, IReadOnlyList<StayId> stays, CancellationToken cancellationToken)
    {
        var offers = new List<PartnerOffer>();
        foreach (var batch in stays.Chunk(LargestLookup))
        {
            var (first, numbers) = (batch[0], string.Join(',', batch.Select(stay => stay.Number)));
            var answer = await client.GetAsync<HotelListings>(
                connection,
                "hotels/listings",
                XapClient.Hotels,
                [new(first.Kind == 'c' ? "hcomHotelIds" : "ecomHotelIds", numbers), .. Stay(first.From, first.To, first.Guests), .. Common(connection), new("limit", Text(batch.Length))],
                cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            offers.AddRange((answer.Value.Hotels ?? []).Select(hotel => XapOffers.From(hotel, first, connection)).OfType<PartnerOffer>());
        }

        return offers;
    }

    /// <summary>Asks for one hotel of a place that everybody knows: the cheapest call that proves the key.</summary>
    public async Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync<HotelListings>(
            connection, "hotels/listings", XapClient.Hotels, [new("locationKeyword", "New York"), .. Common(connection), new("limit", "1")], cancellationToken);
        return answer.Succeeded ? $"Expedia answered with {Text((int)Math.Clamp(answer.Value.TotalHotelCount ?? answer.Value.Hotels?.Count ?? 0, 0, int.MaxValue))} hotels in New York" : answer.Failure;
    }

    private async Task<PartnerResult<ProductSearchAnswer>> HotelsAsync(ConnectionContext connection, ProductSearchRequest request, TravelCriteria criteria, CancellationToken cancellationToken)
    {
        var isByPrice = request.Sort is ProductSearchSort.PriceAscending or ProductSearchSort.PriceDescending;
        var answer = await client.GetAsync<HotelListings>(
            connection,
            "hotels/listings",
            XapClient.Hotels,
            [
                criteria.PlaceId is { Length: > 0 } region ? new("regionIds", region) : new("locationKeyword", criteria.Place),
                .. Stay(criteria.CheckIn, criteria.CheckOut, criteria.Guests),
                .. Common(connection),
                new("limit", Text(Math.Clamp(request.PageSize, 1, LargestAnswer))),
                new("sortType", isByPrice ? "price" : null),
                new("sortOrder", request.Sort switch { ProductSearchSort.PriceAscending => "asc", ProductSearchSort.PriceDescending => "desc", _ => null }),
                new("availOnly", request.InStockOnly ? "true" : null),
            ],
            cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Failure;
        }

        var asked = StayId.Hotel("0", criteria.CheckIn, criteria.CheckOut, criteria.Guests);
        return Answer(answer.Value, (answer.Value.Hotels ?? []).Select(hotel => XapOffers.From(hotel, asked, connection)), request);
    }

    // Activities have no region ids: the name that a person chose is the place.
    private async Task<PartnerResult<ProductSearchAnswer>> ActivitiesAsync(ConnectionContext connection, ProductSearchRequest request, TravelCriteria criteria, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync<ActivityListings>(
            connection,
            "activities/listings",
            XapClient.Activities,
            [
                new("location", criteria.Place),
                new("startDate", criteria.CheckIn is { } from ? StayId.Write(from) : null),
                new("endDate", criteria.CheckOut is { } to ? StayId.Write(to) : null),
                new("locale", ExpediaSettings.LocaleOf(connection)),
                new("links", "WD"),
            ],
            cancellationToken);
        return answer.Succeeded
            ? Answer(answer.Value, (answer.Value.Activities ?? []).Select(activity => XapOffers.From(activity, criteria.CheckIn, connection)), request)
            : answer.Failure;
    }

    private static ProductSearchAnswer Answer(XapAnswer answer, IEnumerable<PartnerOffer?> found, ProductSearchRequest request)
    {
        if (answer.Errors is [{ Code: XapErrors.Ambiguous, LocationOptions: var options }, ..])
        {
            return new ProductSearchAnswer([], 0, false, []) { Choices = XapPlaces.Choices(options) };
        }

        var offers = found.OfType<PartnerOffer>()
            .Where(offer => !request.InStockOnly || offer.Stock is not StockState.OutOfStock)
            .Where(offer => request.MinPriceMinor is null || offer.Price?.MinorUnits >= request.MinPriceMinor)
            .Where(offer => request.MaxPriceMinor is null || offer.Price?.MinorUnits <= request.MaxPriceMinor)
            .Take(request.PageSize)
            .ToList();

        // An error beside results is a remark on them.
        var notices = offers.Count > 0 ? (answer.Errors ?? []).Select(error => Failures.Shorten($"{error.Code} {error.Description}")).ToList() : [];
        return new ProductSearchAnswer(offers, offers.Count, false, notices);
    }

    // What Expedia would refuse, said before anything is sent and in words for the person.
    private PartnerFailure? Refusal(TravelCriteria criteria)
    {
        var today = clock.UtcToday();
        var what = criteria.Place.Trim().Length == 0 && string.IsNullOrEmpty(criteria.PlaceId) ? "A place is needed."
            : criteria.CheckIn is null != criteria.CheckOut is null ? "Both days are needed, or none."
            : criteria.CheckIn is not { } from || criteria.CheckOut is not { } to ? null
            : from < today.AddDays(-1) ? "The first day is over."
            : to <= from && criteria.Kind == TravelKind.Stays ? "The day of leaving must be after the first night."
            : to.DayNumber - from.DayNumber > LongestStay ? $"A stay has at most {LongestStay} nights."
            : to.DayNumber - today.DayNumber > FarthestDays ? $"Expedia knows prices for {FarthestDays} days ahead."
            : null;
        return what is null ? null : new PartnerFailure(PartnerFailureKind.InvalidRequest, "travel search", what, "Change place or dates.");
    }

    private static IEnumerable<KeyValuePair<string, string?>> Stay(DateOnly? from, DateOnly? to, int guests) =>
    [
        new("checkIn", from is { } first ? StayId.Write(first) : null),
        new("checkOut", to is { } last ? StayId.Write(last) : null),
        new("room1.adults", Text(Math.Clamp(guests, 1, StayId.MostGuests))),
    ];

    private static IEnumerable<KeyValuePair<string, string?>> Common(ConnectionContext connection) =>
    [
        new("locale", ExpediaSettings.LocaleOf(connection)),
        new("currency", ExpediaSettings.CurrencyOf(connection)),
        new("contentDetails", "medium"),
        new("thumbnailImageSize", "y"),
        new("links", "WEB"),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
