using System.Globalization;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenEventsTests
{
    private const string Path = "/events/1.0/transactions";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row_BecomesAConversion()
    {
        var line = Assert.Single((await ReadAsync(Answering($"[{RakutenAnswers.Row("9F0C", "74.5", "4.47")}]"))).SelectMany(batch => batch.Lines));

        Assert.Equal(("9F0C", ConversionState.Approved, "N"), (line.ExternalKey, line.State, line.StateRaw));
        Assert.Equal((Dollars(74.50m), Dollars(4.47m), 1), (line.SaleAmount, line.Commission, line.Quantity));
        Assert.Equal(("pin_01J9ZK", "ORD-88", "FW-STV-02", "54321:FW-STV-02"), (line.SubId, line.OrderId, line.ProductExternalId, line.OfferExternalId));
        Assert.Equal((new DateTime(2026, 1, 14, 23, 30, 40, DateTimeKind.Utc), new DateOnly(2026, 1, 14)), (line.OccurredAt, line.PartnerDay));
    }

    [Theory]
    [InlineData("Y", "74.5", ConversionState.Pending, "Y")]
    [InlineData("N", "0", ConversionState.Approved, "N")]
    [InlineData("n", "74.5", ConversionState.Approved, "n")]
    [InlineData("true", "74.5", ConversionState.Pending, "true")]
    [InlineData("M", "74.5", ConversionState.Other, "M")]
    [InlineData("", "74.5", ConversionState.Other, "")]
    public async Task Switch_SaysTheState(string isEvent, string sale, ConversionState state, string raw)
    {
        var line = (await ReadAsync(Answering($"[{RakutenAnswers.Row("1", sale, "1", isEvent)}]"))).SelectMany(batch => batch.Lines).Single();

        Assert.Equal((state, raw), (line.State, line.StateRaw));
    }

    [Fact]
    public async Task NegativeRow_IsARowOfItsOwnThatNets()
    {
        var lines = (await ReadAsync(Answering($"[{RakutenAnswers.Row("sale", "74.5", "4.47")},{RakutenAnswers.Row("return", "-74.5", "-4.47")}]"))).SelectMany(batch => batch.Lines).ToList();

        Assert.Equal(["sale", "return"], lines.Select(line => line.ExternalKey));
        Assert.Equal(0, lines.Sum(line => line.Commission.MinorUnits));
        Assert.Equal((ConversionState.Approved, "N, negative amount", -1, "ORD-88"), (lines[1].State, lines[1].StateRaw, lines[1].Quantity, lines[1].OrderId));
        Assert.NotNull(lines[1].Reason);
    }

    [Fact]
    public async Task SkusOfOneOrder_AreRowsOfTheirOwn()
    {
        var second = RakutenAnswers.Row("2", "10", "1").Replace("FW-STV-02", "FW-MUG-01", StringComparison.Ordinal);

        var lines = (await ReadAsync(Answering($"[{RakutenAnswers.Row("1", "74.5", "4.47")},{second}]"))).SelectMany(batch => batch.Lines).ToList();

        Assert.Equal(["54321:FW-STV-02", "54321:FW-MUG-01"], lines.Select(line => line.OfferExternalId));
        Assert.Single(lines.Select(line => line.OrderId).Distinct());
    }

    [Fact]
    public async Task IdsAndNumbers_AsTextOrNumber_AreRead()
    {
        var row = """
            {"etransaction_id":123456,"advertiser_id":"54321","order_id":88,"sku_number":4711,"sale_amount":"1074.50","quantity":"2","commissions":"4.47","currency":"EUR","is_event":false,
            "transaction_date":"Thu Jan 1 2026 01:02:03 GMT+0200 (EET)","process_date":null,"extra":{"a":[1]}}
            """;

        var line = (await ReadAsync(Answering($"[{row}]"))).SelectMany(batch => batch.Lines).Single();

        Assert.Equal(("123456", "88", "54321:4711", 2), (line.ExternalKey, line.OrderId, line.OfferExternalId, line.Quantity));
        Assert.Equal((107_450, "EUR", ConversionState.Approved), (line.SaleAmount.MinorUnits, line.SaleAmount.Currency.Code, line.State));
        Assert.Equal(new DateTime(2025, 12, 31, 23, 2, 3, DateTimeKind.Utc), line.OccurredAt);
        Assert.Null(line.SubId);
    }

    [Theory]
    [InlineData("\"sale_amount\":74.5", "\"sale_amount\":\"74,5\"", "sale_amount")]
    [InlineData("\"sale_amount\":74.5,", "", "sale_amount is missing")]
    [InlineData("\"commissions\":4.47", "\"commissions\":null", "commissions is missing")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"dollars\"", "currency")]
    [InlineData("\"etransaction_id\":\"1\",", "", "etransaction_id")]
    [InlineData("2026 23:30:40", "2026 25:30:40", null)]
    public async Task UnreadableRow_IsRejectedWithTheReason_NotTakenForNothing(string part, string with, string? reason)
    {
        var row = RakutenAnswers.Row("1", "74.5", "4.47").Replace(part, with, StringComparison.Ordinal);

        var batch = (await ReadAsync(Answering($"[{row},null]")))[0];

        Assert.Equal(reason is null ? 1 : 2, batch.Rejected.Count);
        Assert.Contains(reason ?? "etransaction_id", batch.Rejected[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyArray_MovesTheWatermark()
    {
        var batch = Assert.Single(await ReadAsync(Answering("[]")));

        Assert.Empty(batch.Lines);
        Assert.Contains("2026-01-15T12:00:01", batch.Watermark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullPage_IsFollowedByTheNext_UntilAShortOne()
    {
        var full = $"[{string.Join(',', Enumerable.Range(0, 1_000).Select(i => RakutenAnswers.Row($"a{i}", "1", "0.1")))}]";
        var partner = Answering(full, $"[{RakutenAnswers.Row("b", "1", "0.1")}]");

        var batches = await ReadAsync(partner);

        Assert.Equal([1_000, 1, 0], batches.Select(batch => batch.Lines.Count));
        Assert.Equal(["1", "2"], partner.CallsTo(Path).Select(call => QueryHelpers.ParseQuery(call.Address.Query)["page"].ToString()));
        Assert.All(batches.SkipLast(1), batch => Assert.Null(batch.Watermark));
        Assert.NotNull(batches[^1].Watermark);
    }

    [Fact]
    public async Task Windows_StayWithinThirtyDays_OverlapAndReachBackOnceADay()
    {
        var partner = Answering("[]");
        var first = (await ReadAsync(partner))[^1].Watermark;
        _clock.Advance(TimeSpan.FromHours(2));
        var second = (await ReadAsync(partner, first))[^1].Watermark;
        _clock.Advance(TimeSpan.FromHours(12));
        await ReadAsync(partner, second);
        await ReadAsync(partner, "not a watermark");

        var windows = partner.CallsTo(Path).Select(call => QueryHelpers.ParseQuery(call.Address.Query)).Select(query => (From: Time(query["process_date_start"]), To: Time(query["process_date_end"]))).ToList();
        Assert.All(windows, window => Assert.True(window.To - window.From < TimeSpan.FromDays(30)));
        Assert.Equal(new DateTime(2026, 1, 12, 12, 0, 1), windows[1].From);
        Assert.True(windows[2].To - windows[2].From > TimeSpan.FromDays(29));
        Assert.Equal(windows[2], windows[3]);
    }

    [Theory]
    [InlineData("""{"message":"limit must be between 1 and 200","error":"REQUEST_PARAM_INVALID"}""", PartnerFailureKind.InvalidRequest)]
    [InlineData("""{"error":"UNEXPECTED_ERROR","message":"Try later"}""", PartnerFailureKind.Unavailable)]
    [InlineData("""{"data":[]}""", PartnerFailureKind.MalformedAnswer)]
    [InlineData("null", PartnerFailureKind.MalformedAnswer)]
    [InlineData("<html></html>", PartnerFailureKind.MalformedAnswer)]
    [InlineData("[{", PartnerFailureKind.MalformedAnswer)]
    public async Task AnythingButAList_EndsTheRunWithoutAWatermark(string body, PartnerFailureKind kind)
    {
        var full = $"[{string.Join(',', Enumerable.Range(0, 1_000).Select(i => RakutenAnswers.Row($"a{i}", "1", "0.1")))}]";
        var results = new List<PartnerResult<ConversionBatch>>();

        await foreach (var result in ConnectorSetup.Rakuten(Answering(full, body), _clock).ReadAsync(ConnectorSetup.RakutenConnection(), null, Cancel))
        {
            results.Add(result);
        }

        Assert.Equal(2, results.Count);
        Assert.Null(results[0].Value.Watermark);
        Assert.Equal(kind, results[1].Failure!.Kind);
    }

    [Theory]
    [InlineData("Wed Apr 15 2020 21:20:27 GMT+0000 (UTC)", "2020-04-15T21:20:27")]
    [InlineData("Xyz Apr 5 2020 21:20:27 GMT-0530 (X)", "2020-04-06T02:50:27")]
    [InlineData("Wed Apr 15 2020 21:20:27 GMT", "2020-04-15T21:20:27")]
    [InlineData("2020-04-15T21:20:27Z", "2020-04-15T21:20:27")]
    [InlineData("Wed Apr 31 2020 21:20:27 GMT+0000 (UTC)", null)]
    [InlineData("Wed Apr 15 2020 21:20:27 GMT+99 (UTC)", null)]
    [InlineData("GMT", null)]
    [InlineData(" GMT+0000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Time_InTheEventsForm_IsRead(string? text, string? expected) =>
        Assert.Equal(expected, RakutenTime.Parse(text)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Test_ProvesPartnershipsAndOrders()
    {
        var partner = Answering("[]").On("/v1/partnerships", """{"_metadata":{"total":8},"partnerships":[{}]}""");

        Assert.Contains("8 shops", (await ConnectorSetup.Rakuten(partner, _clock).TestAsync(ConnectorSetup.RakutenConnection(), Cancel)).Value, StringComparison.Ordinal);
        Assert.Equal("setting publisherId", (await ConnectorSetup.Rakuten(partner, _clock).TestAsync(ConnectorSetup.RakutenConnection(("publisherId", "4001234")), Cancel)).Failure!.Code);
    }

    private static FakePartner Answering(params string[] bodies) => new FakePartner().On("/token", RakutenAnswers.Token).On(Path, bodies);

    private static Money Dollars(decimal amount) => Money.FromMajor(amount, Currency.Usd);

    private static DateTime Time(string? text) => DateTime.ParseExact(text!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task<List<ConversionBatch>> ReadAsync(FakePartner partner, string? watermark = null)
    {
        var batches = new List<ConversionBatch>();
        await foreach (var result in ConnectorSetup.Rakuten(partner, _clock).ReadAsync(ConnectorSetup.RakutenConnection(), watermark, Cancel))
        {
            batches.Add(result.Value);
        }

        return batches;
    }
}
