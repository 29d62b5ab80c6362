using System.Globalization;
using System.Net;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using static AffiliateStudio.Tests.Connectors.Impact.ImpactAnswers;

namespace AffiliateStudio.Tests.Connectors.Impact;

public sealed class ImpactActionsTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WorkedExample_IsReadWhole()
    {
        var partner = new FakePartner().On("/Actions", Page(string.Empty, Action("2092.1111.555001", "PENDING")), Nothing);

        var line = (await ReadAsync(partner)).SelectMany(batch => batch.Lines).Single();

        Assert.Equal("2092.1111.555001", line.ExternalKey);
        Assert.Equal(ConversionState.Pending, line.State);
        Assert.Equal("PENDING", line.StateRaw);
        Assert.Equal(new Money(125, Currency.Usd), line.Commission);
        Assert.Equal(new Money(2500, Currency.Usd), line.SaleAmount);
        Assert.Equal(new DateTime(2026, 1, 10, 18, 2, 11, DateTimeKind.Utc), line.OccurredAt);
        Assert.Equal(new DateOnly(2026, 1, 10), line.PartnerDay);
        Assert.Equal(new DateTime(2026, 2, 26, 8, 0, 0, DateTimeKind.Utc), line.LocksAt);
        Assert.Null(line.ClearedAt);
        Assert.Equal("vid-123", line.SubId);
        Assert.Equal("900555", line.OrderId);
    }

    [Fact]
    public async Task Requests_CarryWhatTheApiWants()
    {
        var partner = new FakePartner().On("/Actions", Nothing);

        await ReadAsync(partner);

        var call = partner.Calls[0];
        Assert.StartsWith("https://api.impact.com/Mediapartners/IRtestSid1/Actions?CampaignId=9383&ActionDateStart=", call.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("IRtestSid1:token-1")), call.Header("Authorization"));
        Assert.Equal("application/json", call.Header("Accept"));
        Assert.Equal("16", call.Header("IR-Version"));
    }

    [Fact]
    public async Task FirstRun_CoversHalfAYearInWindowsOfAtMost45Days()
    {
        var partner = new FakePartner().On("/Actions", Nothing);

        await ReadAsync(partner);

        foreach (var filter in new[] { "ActionDate", "LockingDate", string.Empty })
        {
            var windows = Windows(partner, filter);
            Assert.All(windows, window => Assert.InRange(window.To - window.From, TimeSpan.Zero, TimeSpan.FromDays(45)));
            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(windows[0].From <= _clock.GetUtcNow().AddDays(-180));
            Assert.True(windows[^1].To >= _clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task SecondRun_OverlapsAndLooksForWhatLocked()
    {
        var partner = new FakePartner().On("/Actions", Nothing);
        var watermark = (await ReadAsync(partner))[^1].Watermark;
        partner.Calls.Clear();
        _clock.Advance(TimeSpan.FromDays(1));

        var batches = await ReadAsync(partner, watermark);

        Assert.InRange(Assert.Single(Windows(partner, "ActionDate")).From, _clock.GetUtcNow().AddDays(-5), _clock.GetUtcNow().AddDays(-3));
        Assert.Single(Windows(partner, string.Empty));
        Assert.True(Windows(partner, "LockingDate")[0].From <= _clock.GetUtcNow().AddDays(-40));
        Assert.NotEqual(watermark, batches[^1].Watermark);
        Assert.Equal(100, batches[^1].PercentDone);
    }

    [Fact]
    public async Task FirstRunOfADay_LooksForWhatLockedHalfAYearAgo_TheOthersForSixWeeks()
    {
        var partner = new FakePartner().On("/Actions", Nothing);
        var watermark = (await ReadAsync(partner))[^1].Watermark;

        _clock.Advance(TimeSpan.FromHours(1));
        var sameDay = await LockingWindowsAsync(partner, watermark);
        _clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await LockingWindowsAsync(partner, sameDay.Watermark);
        _clock.Advance(TimeSpan.FromHours(1));
        var later = await LockingWindowsAsync(partner, nextDay.Watermark);

        Assert.All(new[] { sameDay, later }, run => Assert.InRange(_clock.GetUtcNow() - Assert.Single(run.Windows).From, TimeSpan.FromDays(40), TimeSpan.FromDays(47)));
        Assert.InRange(_clock.GetUtcNow() - nextDay.Windows[0].From, TimeSpan.FromDays(135), TimeSpan.FromDays(182));
        Assert.Equal(4, nextDay.Windows.Count);
        Assert.All(nextDay.Windows, window => Assert.InRange(window.To - window.From, TimeSpan.Zero, TimeSpan.FromDays(45)));
        Assert.All(nextDay.Windows.Zip(nextDay.Windows.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public async Task WatermarkThatKnowsNoLongReach_MakesOne()
    {
        var partner = new FakePartner().On("/Actions", Nothing);

        var run = await LockingWindowsAsync(partner, """{"readUntil":"2026-01-15T11:00:00Z"}""");

        Assert.True(run.Windows[0].From <= _clock.GetUtcNow().AddDays(-135));
    }

    [Fact]
    public async Task WatermarkOfManyYearsAgo_AsksForNoMoreThanThree()
    {
        var partner = new FakePartner().On("/Actions", Nothing);

        await ReadAsync(partner, """{"readUntil":"2019-01-15T11:00:00Z"}""");

        Assert.All(new[] { "ActionDate", "LockingDate", string.Empty }, filter => Assert.True(Windows(partner, filter)[0].From >= _clock.GetUtcNow().AddYears(-3)));
    }

    [Fact]
    public async Task ClearingLongAfterLocking_IsFoundTheNextDay()
    {
        var partner = new FakePartner().On("/Actions", call =>
        {
            var query = QueryHelpers.ParseQuery(call.Address.Query);
            var isShown = query.TryGetValue("LockingDateStart", out var from)
                && Time(from.ToString()) <= Time("2026-02-26T08:00:00Z")
                && Time(query["LockingDateEnd"].ToString()) >= Time("2026-02-26T08:00:00Z");
            return FakePartner.Json(isShown ? Page(string.Empty, Action("9383.1.1", "APPROVED", "2026-06-30T00:00:00-07:00")) : Nothing);
        });
        _clock.Advance(TimeSpan.FromDays(166));

        var batches = await ReadAsync(partner, $$"""{"readUntil":"{{_clock.GetUtcNow().AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}}","longReachOn":"2026-06-29"}""");

        Assert.Equal(ConversionState.Payable, batches.SelectMany(batch => batch.Lines).Single().State);
    }

    [Fact]
    public async Task NextPage_IsFollowedAsItIs()
    {
        var partner = new FakePartner().On(
            "/Actions",
            Page("/Mediapartners/IRtestSid1/Actions?CampaignId=9383&Page=2&cursor=a%2Fb", Action("9383.1.1", "PENDING")),
            Page(string.Empty, Action("9383.1.2", "PENDING")),
            Nothing);

        var lines = (await ReadAsync(partner)).SelectMany(batch => batch.Lines);

        Assert.Equal(["9383.1.1", "9383.1.2"], lines.Select(line => line.ExternalKey));
        Assert.Equal("https://api.impact.com/Mediapartners/IRtestSid1/Actions?CampaignId=9383&Page=2&cursor=a%2Fb", partner.Calls[1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task WindowWithTooManyPages_IsAskedForInHalves()
    {
        var partner = new FakePartner().On(
            "/Actions",
            _ => FakePartner.Json(Nothing.Replace("\"@numpages\":\"1\"", "\"@numpages\":\"11\"", StringComparison.Ordinal)),
            _ => FakePartner.Json("""{"Status":"ERROR","Message":"The result has more than 10 pages."}""", HttpStatusCode.BadRequest),
            _ => FakePartner.Json(Nothing));

        var batches = await ReadAsync(partner);

        var windows = Windows(partner, "ActionDate");
        Assert.Equal(windows[0].From, windows[1].From);
        Assert.Equal(windows[1].From, windows[2].From);
        Assert.Equal((windows[0].To - windows[0].From) / 4, windows[2].To - windows[2].From);
        Assert.NotNull(batches[^1].Watermark);
    }

    [Theory]
    [InlineData("PENDING", "", ConversionState.Pending)]
    [InlineData("APPROVED", "", ConversionState.Approved)]
    [InlineData("APPROVED", "2026-03-15T00:00:00-08:00", ConversionState.Payable)]
    [InlineData("REVERSED", "", ConversionState.Reversed)]
    [InlineData("LOCKED", "", ConversionState.Other)]
    [InlineData("", "", ConversionState.Other)]
    public async Task State_OfImpact_IsMapped(string raw, string cleared, ConversionState expected)
    {
        var partner = new FakePartner().On("/Actions", Page(string.Empty, Action("9383.1.1", raw, cleared)), Nothing);

        var line = (await ReadAsync(partner)).SelectMany(batch => batch.Lines).Single();

        Assert.Equal(expected, line.State);
        Assert.Equal(raw, line.StateRaw);
    }

    [Fact]
    public async Task Amounts_UnderACommaCulture_AreReadRight()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var partner = new FakePartner().On("/Actions", Page(string.Empty, Action("9383.1.1", "PENDING").Replace("\"25.00\"", "\"1234.56\"", StringComparison.Ordinal)), Nothing);

            Assert.Equal(123456, (await ReadAsync(partner)).SelectMany(batch => batch.Lines).Single().SaleAmount.MinorUnits);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task UnreadableAction_IsReportedAndTheOthersAreKept()
    {
        var partner = new FakePartner().On(
            "/Actions",
            Page(string.Empty, Action("9383.1.1", "PENDING").Replace("USD", "dollars", StringComparison.Ordinal), """{"State":"PENDING"}""", Action("9383.1.2", "PENDING")),
            Nothing);

        var batch = (await ReadAsync(partner)).First(batch => batch.Lines.Count > 0);

        Assert.Equal("9383.1.2", Assert.Single(batch.Lines).ExternalKey);
        Assert.Equal(2, batch.Rejected.Count);
    }

    [Fact]
    public async Task Failure_InTheMiddle_LeavesTheWatermarkWhereItWas()
    {
        var partner = new FakePartner().On(
            "/Actions",
            _ => FakePartner.Json(Page(string.Empty, Action("9383.1.1", "PENDING"))),
            _ => FakePartner.Json("""{"Status":"ERROR","Message":"Access denied"}""", HttpStatusCode.Forbidden));
        var results = await ResultsAsync(partner, null);

        Assert.Null(results[0].Value.Watermark);
        Assert.Equal(PartnerFailureKind.Unauthorized, results[1].Failure!.Kind);
        Assert.Equal(2, results.Count);
    }

    [Fact]
    public async Task HourUsedUp_StopsCallsUntilTheReset()
    {
        var partner = new FakePartner().On("/Actions", _ => FakePartner.Json(Nothing, HttpStatusCode.OK, ("X-RateLimit-Limit", "1000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "600")));
        var connector = ConnectorSetup.Walmart(partner, _clock);

        var failure = (await ResultsAsync(connector)).Single(result => !result.Succeeded).Failure!;
        Assert.Equal(PartnerFailureKind.Throttled, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(600), failure.RetryAfter);
        Assert.Single(partner.Calls);

        _clock.Advance(TimeSpan.FromSeconds(601));
        await ResultsAsync(connector);
        Assert.Equal(2, partner.Calls.Count);
    }

    [Fact]
    public async Task TooManyCalls_WithTheRateLimitHeaders_AreNotRepeatedBeforeTheReset()
    {
        var partner = new FakePartner().On(
            "/Actions",
            _ => FakePartner.Json(
                """{"Status":"ERROR","Message":"Too Many Requests"}""", HttpStatusCode.TooManyRequests, ("X-RateLimit-Limit", "1000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "900")),
            _ => FakePartner.Json(Nothing));
        var connector = ConnectorSetup.Walmart(new FakePartner(), _clock, partner);

        var first = Assert.Single(await ResultsAsync(connector)).Failure!;
        _clock.Advance(TimeSpan.FromMinutes(14));
        var second = Assert.Single(await ResultsAsync(connector)).Failure!;

        Assert.Equal((PartnerFailureKind.Throttled, "429", "Too Many Requests", TimeSpan.FromMinutes(15)), (first.Kind, first.Code, first.Message, first.RetryAfter));
        Assert.Equal((PartnerFailureKind.Throttled, TimeSpan.FromMinutes(1)), (second.Kind, second.RetryAfter));
        Assert.Single(partner.Calls);
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.All(await ResultsAsync(connector), result => Assert.True(result.Succeeded));
    }

    [Theory]
    [InlineData(400, """{"Status":"ERROR","Message":"Validation failed","Errors":[{"Field":"PageSize","Message":"must be 2000 at least"}]}""", PartnerFailureKind.InvalidRequest, "Validation failed PageSize: must be 2000 at least")]
    [InlineData(401, """{"status":401,"title":"Unauthorized"}""", PartnerFailureKind.Unauthorized, "Unauthorized")]
    [InlineData(403, """{"timestamp":1768478400000,"status":"FORBIDDEN","error":"Forbidden","message":"The token lacks the scope."}""", PartnerFailureKind.Unauthorized, "The token lacks the scope.")]
    [InlineData(403, "<ImpactRadiusResponse><Status>ERROR</Status></ImpactRadiusResponse>", PartnerFailureKind.Unauthorized, "a web page instead of data")]
    [InlineData(402, """{"Status":"ERROR","Message":"The request could not be carried out."}""", PartnerFailureKind.InvalidRequest, "The request could not be carried out.")]
    [InlineData(405, """{"Status":"ERROR","Message":"Method Not Allowed"}""", PartnerFailureKind.InvalidRequest, "Method Not Allowed")]
    [InlineData(500, """{"Status":"ERROR","Message":"Something broke."}""", PartnerFailureKind.Unavailable, "Something broke.")]
    public async Task Error_OfAnyShape_IsTold(int status, string body, PartnerFailureKind kind, string message)
    {
        var partner = new FakePartner().On("/Actions", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = (await ResultsAsync(partner, null))[^1].Failure!;

        Assert.Equal((kind, message), (failure.Kind, failure.Message));
        Assert.NotEmpty(failure.Remedy);
    }

    [Fact]
    public async Task ApprovalThatIsNoUpdate_IsFoundByItsLockingDate()
    {
        var approved = false;
        var partner = new FakePartner().On("/Actions", call =>
        {
            var query = QueryHelpers.ParseQuery(call.Address.Query);
            var isShown = query.ContainsKey(approved ? "LockingDateStart" : "ActionDateStart");
            return FakePartner.Json(isShown ? Page(string.Empty, Action("9383.1.1", approved ? "APPROVED" : "PENDING")) : Nothing);
        });
        var first = await ReadAsync(partner);
        approved = true;
        _clock.Advance(TimeSpan.FromDays(45));

        var second = await ReadAsync(partner, first[^1].Watermark);

        Assert.All(first.SelectMany(batch => batch.Lines), line => Assert.Equal(ConversionState.Pending, line.State));
        Assert.NotEmpty(second.SelectMany(batch => batch.Lines));
        Assert.All(second.SelectMany(batch => batch.Lines), line => Assert.Equal(("9383.1.1", ConversionState.Approved), (line.ExternalKey, line.State)));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private async Task<(string? Watermark, List<(DateTimeOffset From, DateTimeOffset To)> Windows)> LockingWindowsAsync(FakePartner partner, string? watermark)
    {
        partner.Calls.Clear();
        return ((await ReadAsync(partner, watermark))[^1].Watermark, Windows(partner, "LockingDate"));
    }

    private static List<(DateTimeOffset From, DateTimeOffset To)> Windows(FakePartner partner, string filter) =>
    [
        .. partner.Calls.Select(call => QueryHelpers.ParseQuery(call.Address.Query))
            .Where(query => query.ContainsKey(filter.Length == 0 ? "StartDate" : filter + "Start"))
            .Select(query => (
                Time(query[filter.Length == 0 ? "StartDate" : filter + "Start"].ToString()),
                Time(query[filter.Length == 0 ? "EndDate" : filter + "End"].ToString()))),
    ];

    private async Task<List<ConversionBatch>> ReadAsync(FakePartner partner, string? watermark = null) =>
        [.. (await ResultsAsync(partner, watermark)).Select(result => result.Value)];

    private Task<List<PartnerResult<ConversionBatch>>> ResultsAsync(FakePartner partner, string? watermark) =>
        ResultsAsync(ConnectorSetup.Walmart(new FakePartner(), _clock, partner), watermark);

    private static async Task<List<PartnerResult<ConversionBatch>>> ResultsAsync(IConversionFeed feed, string? watermark = null)
    {
        var results = new List<PartnerResult<ConversionBatch>>();
        await foreach (var result in feed.ReadAsync(ConnectorSetup.WalmartConnection(), watermark, Cancel))
        {
            results.Add(result);
        }

        return results;
    }
}
