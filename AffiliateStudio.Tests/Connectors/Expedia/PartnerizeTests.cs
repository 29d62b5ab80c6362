using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Expedia;

/// <summary>Partnerize's recorded shapes, with made-up values.</summary>
public sealed class PartnerizeTests
{
    private const string Page = "https://www.expedia.com/Hotel.h9900123.Hotel-Information";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task Link_IsMadeAndItsAddressTold(int status)
    {
        var partner = new FakePartner().On("/links", _ => FakePartner.Json(
            """{"execution_time":"0.21 seconds","link":{"id":"1011l42","campaign_id":"1011l777","description":null,"tracking_short_url":"https://prf.hn/l/Ab1Cd2E","tracking_url":"https://prf.hn/click/camref:1011lDEMO/destination:x","params":[],"active":true}}""",
            (HttpStatusCode)status));

        var link = await CheckAsync(partner);

        Assert.Equal("https://prf.hn/click/camref:1011lDEMO/destination:x", link.Value);
        var call = Assert.Single(partner.Calls);
        Assert.Equal("https://api.partnerize.com/v2/publishers/1101l900/links", call.Address.AbsoluteUri);
        Assert.Equal("Basic ZGVtb0FwcEtleTpkZW1vVXNlcktleQ==", call.Header("Authorization"));
        Assert.Contains("\"campaign_id\":\"1011l777\",\"destination_url\":\"" + Page + "\"", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatTheCampaignDoesNotAllow_IsRefused()
    {
        var partner = new FakePartner().On("/links", _ => FakePartner.Json(
            """{"error":{"errors":[{"property":"destination_url","type":"body","code":"invalid_value","message":"not on a domain of the campaign"}],"code":"400","message":"Bad Request"}}""", HttpStatusCode.BadRequest));

        var failure = (await CheckAsync(partner)).Failure!;

        Assert.Equal((PartnerFailureKind.Refused, "400 invalid_value"), (failure.Kind, failure.Code));
        Assert.Contains("not on a domain", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_UnderAnotherCamref_IsNotAskedFor()
    {
        var partner = new FakePartner();

        var link = (await ConnectorSetup.Expedia(partner, _clock).CheckLinkAsync(ConnectorSetup.ExpediaConnection(), new ProductReference("h9900123", Page), "1011lTHEIRS", Cancel)).Value;

        Assert.StartsWith("https://prf.hn/click/camref:1011lTHEIRS/", link, StringComparison.Ordinal);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task Campaigns_OfExpedia_AreMerchantsWithTheirTerms()
    {
        var partner = new FakePartner()
            .On("/campaign/a", """
                {"campaigns":[{"campaign":{"campaign_id":"1011l777","title":"Expedia US","status":"a","default_commission_rate":"4.5","cookie_period":7,"allow_deep_linking":"y","destination_url":"https://www.expedia.com/"}},
                 {"campaign":{"campaign_id":"1011l900","title":"Suitcases","status":"a","destination_url":"https://www.suitcase.example/"}}]}
                """)
            .On("/campaign/p", """{"campaigns":[{"campaign":{"campaign_id":"1011l778","title":"Hotels.com UK","status":"a","allow_deep_linking":"n","destination_url":"https://uk.hotels.com/"}}]}""")
            .On("/campaign/r", """{"campaigns":[]}""");

        var terms = (await ConnectorSetup.Expedia(partner, _clock).ReadMerchantsAsync(ConnectorSetup.ExpediaConnection(), Cancel)).Value;

        Assert.Equal([("1011l777", MerchantState.Active, true, 168), ("1011l778", MerchantState.Pending, false, null)], terms.Select(each => (each.Id, each.State, each.AllowsDeepLinks, each.AttributionWindowHours)));
        Assert.Equal(Rate.FromPercent(4.5m), Assert.Single(terms[0].Rates).Rate);
        Assert.Equal(["www.expedia.com"], terms[0].Hosts);
    }

    [Fact]
    public async Task Conversions_AreReadByLastChange_ItemByItem()
    {
        var partner = new FakePartner().On("/conversion.json", Conversions(
            """
            {"conversion_data":{"conversion_id":"111111l9","campaign_id":"1011l777","conversion_time":"2026-01-03 10:00:00","currency":"USD","publisher_reference":"pin_01J9ZM","conversion_reference":"ITIN-DEMO",
             "campaign_title":"Expedia US","conversion_value":{"conversion_status":"mixed","value":202,"publisher_commission":"6.06"},"conversion_items":[
              {"conversion_item_id":"111111l9","sku":"9900123","category":"Hotel","item_value":"101.00","item_publisher_commission":3.03,"item_status":"approved","payable":true,"approved_at":"2026-01-10 06:00:00"},
              {"conversion_item_id":"111111l10","sku":"9900123","category":"Hotel","item_value":101,"item_publisher_commission":"3.03","item_status":"rejected","reject_reason":"Booking cancelled","payable":false}]}}
            """));

        var batches = await ReadAsync(partner, null);

        Assert.Contains("start_date=2025-07-19%2012%3A00%3A01", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.All(partner.Calls, call => Assert.Contains("date_type=last_updated", call.Address.Query, StringComparison.Ordinal));
        var lines = batches.SelectMany(batch => batch.Lines).DistinctBy(line => line.ExternalKey).ToList();
        Assert.Equal(
            [("111111l9", ConversionState.Payable, "approved", 303L, (string?)null), ("111111l10", ConversionState.Reversed, "rejected", 303L, "Booking cancelled")],
            lines.Select(line => (line.ExternalKey, line.State, line.StateRaw, line.Commission.MinorUnits, line.Reason)));
        Assert.Equal(("pin_01J9ZM", "ITIN-DEMO", "9900123", new DateOnly(2026, 1, 3)), (lines[0].SubId, lines[0].OrderId, lines[0].ProductExternalId, lines[0].PartnerDay));
        Assert.Equal("{\"readUntil\":\"2026-01-15T12:00:01Z\"}", batches[^1].Watermark);
    }

    [Fact]
    public async Task NextRun_OverlapsTheLast()
    {
        var partner = new FakePartner().On("/conversion.json", Conversions());

        await ReadAsync(partner, "{\"readUntil\":\"2026-01-14T12:00:00Z\"}");

        Assert.Contains("start_date=2026-01-13%2012%3A00%3A00&end_date=2026-01-15%2012%3A00%3A01", Assert.Single(partner.Calls).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConversionWithoutItems_IsOneLine_AndAnUnknownWordIsOther()
    {
        var partner = new FakePartner().On("/conversion.json", Conversions(
            """{"conversion_data":{"conversion_id":"5","conversion_time":"2026-01-03 10:00:00","currency":"EUR","conversion_value":{"conversion_status":"mixed","value":"80.5","publisher_commission":"3"}}}""",
            """{"conversion_data":{"conversion_id":"6","conversion_time":"2026-01-03 10:00:00","currency":"EUR","conversion_value":{"conversion_status":"pending","value":"8,5","publisher_commission":"3"}}}"""));

        var batch = (await ReadAsync(partner, "{\"readUntil\":\"2026-01-14T12:00:00Z\"}"))[0];

        var line = Assert.Single(batch.Lines);
        Assert.Equal(("5", ConversionState.Other, "mixed", new Money(300, Currency.Of("EUR"))), (line.ExternalKey, line.State, line.StateRaw, line.Commission));
        Assert.Contains("item_value", Assert.Single(batch.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextPage_IsFollowed_AndOnlyAtTheSameHost()
    {
        var partner = new FakePartner().On(
            "/conversion.json",
            Paged("/reporting/report_publisher/publisher/1101l900/conversion.json?offset=300"),
            Paged(null));
        var foreign = new FakePartner().On("/conversion.json", Paged("https://evil.example/reporting/conversion.json"));

        var read = await ReadAsync(partner, "{\"readUntil\":\"2026-01-14T12:00:00Z\"}");
        var refused = await ResultsAsync(foreign, "{\"readUntil\":\"2026-01-14T12:00:00Z\"}");

        Assert.Equal(["", "?offset=300"], partner.Calls.Select(call => call.Address.Query.StartsWith("?offset", StringComparison.Ordinal) ? call.Address.Query : string.Empty));
        Assert.NotNull(read[^1].Watermark);
        Assert.Equal(PartnerFailureKind.MalformedAnswer, refused[^1].Failure!.Kind);
        Assert.DoesNotContain(refused, result => result is { Succeeded: true, Value.Watermark: not null });
    }

    [Fact]
    public async Task Throttled_SaysForHowLong()
    {
        var partner = new FakePartner().On("/conversion.json", _ => FakePartner.Json(
            """{"error":{"message":"Too Many Requests","type":"429"}}""", HttpStatusCode.TooManyRequests, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "900"), ("X-RateLimit-Retry-After", "120")));

        var failure = Assert.Single(await ResultsAsync(partner, null)).Failure!;

        Assert.Equal((PartnerFailureKind.Throttled, "Too Many Requests", TimeSpan.FromSeconds(120)), (failure.Kind, failure.Message, failure.RetryAfter));
        Assert.Single(partner.Calls);
    }

    [Theory]
    [InlineData(401, """{"error":{"errors":[{"code":"unauthorized","message":"no"}],"code":"401","message":"Unauthorized"}}""", PartnerFailureKind.Unauthorized, "user API key")]
    [InlineData(404, """{"error":{"errors":[{"property":"publisher_id","code":"entity_not_found","message":"none"}],"code":"404","message":"Not Found"}}""", PartnerFailureKind.NotFound, "publisher ID")]
    [InlineData(200, """{"something":"else"}""", PartnerFailureKind.MalformedAnswer, "try again")]
    public async Task Errors_AreFailuresWithARemedy(int status, string body, PartnerFailureKind kind, string remedy)
    {
        var partner = new FakePartner().On("/conversion.json", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = Assert.Single(await ResultsAsync(partner, null)).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(remedy, failure.Remedy, StringComparison.OrdinalIgnoreCase);
    }

    private static string Conversions(params string[] conversions) =>
        $$"""{"limit":300,"count":{{conversions.Length}},"execution_time":"0.5 seconds","hypermedia":[],"conversions":[{{string.Join(',', conversions)}}]}""";

    private static string Paged(string? next) =>
        """{"limit":300,"count":0,"hypermedia":{"pagination":{"total_item_count":0,"next_page":NEXT}},"conversions":[]}""".Replace("NEXT", next is null ? "null" : $"\"{next}\"", StringComparison.Ordinal);

    private Task<PartnerResult<string>> CheckAsync(FakePartner partner) =>
        ConnectorSetup.Expedia(partner, _clock).CheckLinkAsync(ConnectorSetup.ExpediaConnection(), new ProductReference("h9900123", Page), string.Empty, Cancel);

    private async Task<List<ConversionBatch>> ReadAsync(FakePartner partner, string? watermark) => [.. (await ResultsAsync(partner, watermark)).Select(result => result.Value)];

    private async Task<List<PartnerResult<ConversionBatch>>> ResultsAsync(FakePartner partner, string? watermark)
    {
        var results = new List<PartnerResult<ConversionBatch>>();
        await foreach (var result in ConnectorSetup.Expedia(partner, _clock).ReadAsync(ConnectorSetup.ExpediaConnection(), watermark, Cancel))
        {
            results.Add(result);
        }

        return results;
    }
}
