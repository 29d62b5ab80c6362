using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Expedia;

/// <summary>XAP's recorded shapes, with made-up values.</summary>
public sealed class XapTests
{
    private const string Dated = """
        {"Count":2,"TotalHotelCount":212,"TransactionId":"6d1c0000-0000-4000-8000-000000000001","StayDates":{"CheckInDate":"2027-02-10","CheckOutDate":"2027-02-12"},"LengthOfStay":2,
         "NumberOfRooms":1,"Occupants":[{"Adults":2}],"Hotels":[
         {"Id":"9900123","Name":"Casa Ribeira Demo","PropertyType":{"Id":1,"Name":"Hotel"},"LocalCurrencyCode":"EUR",
          "Location":{"Address":{"Address1":"1 Demo Street","City":"Porto","Country":"PRT","PostalCode":"4000-000"},"GeoLocation":{"Latitude":"41.140000","Longitude":"-8.611000","Obfuscated":false}},
          "Description":{"LocationTeaser":"By the river.","HotelTeaser":"Small hotel."},"Status":"AVAILABLE","ThumbnailUrl":"https://images.trvl-media.com/lodging/1/2/3/9900123/aa_y.jpg",
          "StarRating":"4.0","GuestRating":"4.5","GuestReviewCount":311,
          "Links":{"WebSearchResult":{"Method":"GET","Href":"https://www.expedia.com/Hotel-Search?selected=9900123&startDate=2027-02-10"}},
          "RoomTypes":[{"Description":"Double Room","OfferId":"CgDEMO","RatePlanType":"standalone",
           "Price":{"BaseRate":{"Value":"180.00","Currency":"USD"},"TaxesAndFees":{"Value":"22.00","Currency":"USD"},"TotalPrice":{"Value":"202.00","Currency":"USD"},"AvgNightlyRate":{"Value":"90.00","Currency":"USD"}},
           "Links":{"WebDetails":{"Method":"GET","Href":"https://www.expedia.com/Hotel.h9900123.Hotel-Information?chkin=2027-02-10&chkout=2027-02-12&rm1=a2&price=90.5&eapid=0"}}}]},
         {"Id":"9900124","Name":"Full House","Status":"NOT_AVAILABLE","Location":{"Address":{"City":"Porto"}}}]}
        """;

    private static readonly TravelCriteria Porto = new(TravelKind.Stays, "Porto", null, new DateOnly(2027, 2, 10), new DateOnly(2027, 2, 12), 2);

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DatedSearch_IsOneCallWithOneSelector_AndReadsTheStay()
    {
        var partner = new FakePartner().On("/hotels/listings", Dated);

        var answer = (await SearchAsync(partner, Porto)).Value;

        var call = Assert.Single(partner.Calls);
        Assert.Equal("https://apim.expedia.com/hotels/listings", call.Address.GetLeftPart(UriPartial.Path));
        Assert.Contains("?locationKeyword=Porto&checkIn=2027-02-10&checkOut=2027-02-12&room1.adults=2&", call.Address.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("regionIds", call.Address.Query, StringComparison.Ordinal);
        Assert.Equal(("X12X3X4-56XX-7XX8-X901-23XX45X6X789X", "application/vnd.exp-hotel.v3+json"), (call.Header("Key"), call.Header("Accept")));
        Assert.Equal("Basic WDEyWDNYNC01NlhYLTdYWDgtWDkwMS0yM1hYNDVYNlg3ODlYOmRlbW8tcGFzc3dvcmQ=", call.Header("Authorization"));
        Assert.Matches("^[0-9A-Za-z]+$", call.Header("Partner-Transaction-Id"));
        var offer = answer.Offers[0];
        Assert.Equal(("h9900123@2027-02-10/2027-02-12/2", "Casa Ribeira Demo, Porto", "Expedia", "1011l777"), (offer.ExternalId, offer.Title, offer.Merchant, offer.MerchantId));
        Assert.Equal(new Money(20_200, Currency.Usd), offer.Price);
        Assert.Equal(new StayQuote(new DateOnly(2027, 2, 10), new DateOnly(2027, 2, 12), 2, new Money(9_000, Currency.Usd)), offer.Stay);
        Assert.Equal("https://www.expedia.com/Hotel.h9900123.Hotel-Information?chkin=2027-02-10&chkout=2027-02-12&rm1=a2", offer.ProductUrl);
        Assert.Equal(["https://images.trvl-media.com/lodging/1/2/3/9900123/aa_y.jpg"], offer.ImageUrls);
    }

    [Fact]
    public async Task HotelWithoutARoom_HasNoPriceAndNoStock()
    {
        var partner = new FakePartner().On("/hotels/listings", Dated);

        var offer = (await SearchAsync(partner, Porto)).Value.Offers[1];

        Assert.Equal((null, StockState.OutOfStock), (offer.Price, offer.Stock));
        Assert.Single((await SearchAsync(partner, Porto, inStockOnly: true)).Value.Offers);
    }

    [Fact]
    public async Task DatelessSearch_OfAChosenRegion_ShowsAnExampleNight()
    {
        var partner = new FakePartner().On("/hotels/listings", Dated.Replace("\"202.00\"", "202", StringComparison.Ordinal).Replace("\"90.00\"", "90.00", StringComparison.Ordinal));

        var offer = (await SearchAsync(partner, Porto with { CheckIn = null, CheckOut = null, PlaceId = "553248635976381371" })).Value.Offers[0];

        Assert.Contains("regionIds=553248635976381371&room1", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("checkIn", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.Equal(("h9900123", null, new Money(9_000, Currency.Usd)), (offer.ExternalId, offer.Stay, offer.Price));
        Assert.Equal("https://www.expedia.com/Hotel.h9900123.Hotel-Information", offer.ProductUrl);
    }

    [Fact]
    public async Task AmbiguousPlace_IsAChoice()
    {
        var partner = new FakePartner().On("/hotels/listings", _ => FakePartner.Json(
            """
            {"Errors":[{"Code":"AMBIGUOUS_LOCATION","Description":"Multiple search locations found.","LocationKeyword":"Portland","LocationOptions":[
             {"Type":"MULTICITY","RegionID":553248635976381371,"ShortName":"Portland, Oregon, United States of America","Country":{"Name":"United States of America","IsoCode2":"US"}},
             {"Type":"MULTICITY","RegionID":"6050740","ShortName":"Portland, Maine, United States of America"},{"Type":"POI"}]}],"TransactionId":"x"}
            """,
            HttpStatusCode.BadRequest));

        var answer = (await SearchAsync(partner, Porto with { Place = "Portland" })).Value;

        Assert.Equal(["553248635976381371", "6050740"], answer.Choices.Select(choice => choice.PlaceId));
        Assert.Empty(answer.Offers);
    }

    [Fact]
    public async Task NothingFound_IsAnEmptyAnswer()
    {
        var partner = new FakePartner().On("/hotels/listings", _ => FakePartner.Json("""{"Errors":[{"Code":"NO_RESULTS_FOUND","Description":"No results."}]}""", HttpStatusCode.Conflict));

        Assert.Empty((await SearchAsync(partner, Porto)).Value.Offers);
    }

    [Theory]
    [InlineData(401, """{"message":"Unauthorized"}""", PartnerFailureKind.Unauthorized, "XAP API key")]
    [InlineData(403, """{"message":"You cannot consume this service"}""", PartnerFailureKind.NotEligible, "account manager")]
    [InlineData(404, """{"message":"no Route matched with those values"}""", PartnerFailureKind.InvalidRequest, "gateway")]
    [InlineData(429, """{"message":"API rate limit exceeded."}""", PartnerFailureKind.Throttled, "by itself")]
    [InlineData(400, """{"Errors":[{"Code":"COMBINED_HOTEL_SELECT_CRITERIA","Description":"Exactly one."}]}""", PartnerFailureKind.InvalidRequest, "change place")]
    [InlineData(500, """{"Errors":[{"Code":"APPLICATION_ERROR","Description":"Sorry."}]}""", PartnerFailureKind.Unavailable, "try again")]
    [InlineData(504, "The upstream server is timing out", PartnerFailureKind.Unavailable, "try again")]
    [InlineData(200, "<html>Maintenance</html>", PartnerFailureKind.MalformedAnswer, "try again")]
    public async Task Errors_AreFailuresWithARemedy(int status, string body, PartnerFailureKind kind, string remedy)
    {
        var partner = new FakePartner().On("/hotels/listings", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = (await SearchAsync(partner, Porto)).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(remedy, failure.Remedy, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"129.0\"")]
    [InlineData("129")]
    public async Task Activity_WithItsPriceAsTextOrNumber_IsRead(string value)
    {
        var partner = new FakePartner().On("/activities/listings", """
            {"TransactionId":"x","Count":1,"Location":"Porto","Activities":[{"Id":166597,"Title":"River Cruise","Description":"Two hours.","Media":[{"Type":"1","Size":"t","Url":"http://a.travel-assets.com/166597.jpeg"}],
             "Categories":["Cruises"],"Duration":"PT216H0M","FreeCancellation":true,"Price":{"Category":"Adult","TotalRate":{"Value":VALUE,"Currency":"USD"}},
             "ActivityLocations":[{"Address":{"City":"Porto"}}],"Supplier":{"Name":"Otter"},"Links":{"WebDetails":{"Href":"https://www.expedia.com/lx/activity/166597/?langid=1033&startDate=02/10/2027"}}}]}
            """.Replace("VALUE", value, StringComparison.Ordinal));

        var offer = Assert.Single((await SearchAsync(partner, Porto with { Kind = TravelKind.Activities })).Value.Offers);

        Assert.Contains("location=Porto&startDate=2027-02-10&endDate=2027-02-12", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.Equal("application/vnd.exp-activity.v3+json", partner.Calls[0].Header("Accept"));
        Assert.Equal(("a166597@2027-02-10", "River Cruise, Porto", new Money(12_900, Currency.Usd), "Travel/Activities"), (offer.ExternalId, offer.Title, offer.Price, offer.CategoryPath));
        Assert.Equal(["https://a.travel-assets.com/166597.jpeg"], offer.ImageUrls);
        Assert.Contains("9 days", offer.Description, StringComparison.Ordinal);
        Assert.Equal("https://www.expedia.com/lx/activity/166597/?startDate=2027-02-10", offer.ProductUrl);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-03")]
    [InlineData("2027-02-12", "2027-02-10")]
    [InlineData("2027-02-01", "2027-03-15")]
    [InlineData("2027-12-01", "2027-12-03")]
    public async Task ImpossibleDates_AreNotSent(string from, string to)
    {
        var partner = new FakePartner().On("/hotels/listings", Dated);

        var failure = (await SearchAsync(partner, Porto with { CheckIn = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), CheckOut = DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) })).Failure;

        Assert.Equal(PartnerFailureKind.InvalidRequest, failure!.Kind);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task Lookup_AsksForEachStayOnce_AndNotForDatesThatAreOver()
    {
        var partner = new FakePartner().On("/hotels/listings", Dated);
        var lookup = (IProductLookup)ConnectorSetup.Expedia(partner, _clock);

        var answer = (await lookup.LookUpAsync(
            ConnectorSetup.ExpediaConnection(), ["h9900123@2027-02-10/2027-02-12/2", "h9900124@2027-02-10/2027-02-12/2", "h1@2025-02-10/2025-02-12/2", "a5", "rubbish"], Cancel)).Value;

        Assert.Contains("ecomHotelIds=9900123%2C9900124&checkIn=2027-02-10", Assert.Single(partner.Calls).Address.Query, StringComparison.Ordinal);
        Assert.Equal("h9900123@2027-02-10/2027-02-12/2", answer.Offers[0].ExternalId);
        Assert.Single(answer.Notices);
    }

    [Fact]
    public async Task WithoutAKey_NothingIsSent()
    {
        var partner = new FakePartner();

        var failure = (await ConnectorSetup.Expedia(partner, _clock).SearchAsync(ConnectorSetup.ExpediaConnection(("xapKey", " ")), Request(Porto), Cancel)).Failure;

        Assert.Equal(PartnerFailureKind.Unauthorized, failure!.Kind);
        Assert.Empty(partner.Calls);
    }

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(FakePartner partner, TravelCriteria criteria, bool inStockOnly = false) =>
        ConnectorSetup.Expedia(partner, _clock).SearchAsync(ConnectorSetup.ExpediaConnection(), Request(criteria) with { InStockOnly = inStockOnly }, Cancel);

    private static ProductSearchRequest Request(TravelCriteria criteria) => new("porto", 1, 100, Travel: criteria);
}
