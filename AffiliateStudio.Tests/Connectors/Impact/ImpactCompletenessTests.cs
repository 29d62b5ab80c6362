using System.Globalization;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using static AffiliateStudio.Tests.Connectors.Impact.ImpactAnswers;

namespace AffiliateStudio.Tests.Connectors.Impact;

/// <summary>Pages that are missing: what was read is kept, but the reading does not count as finished.</summary>
public sealed class ImpactCompletenessTests
{
    private const string SecondPage = "/Mediapartners/IRtestSid1/Actions?Page=2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://evil.example/Mediapartners/IRtestSid1/Actions?Page=2")]
    [InlineData("//evil.example/Actions?Page=2")]
    [InlineData("https://user:word@evil.example/Actions?Page=2")]
    public async Task NextPage_OnAnotherHost_IsNotFollowedAndTheRunIsNotFinished(string next)
    {
        var partner = new FakePartner().On("/Actions", Page(next, Action("9383.1.1", "PENDING")), Nothing);

        await AssertUnfinishedAsync(partner);

        Assert.Equal("api.impact.com", Assert.Single(partner.Calls).Address.Host);
    }

    [Fact]
    public async Task NextPage_ThatRepeats_EndsTheRunUnfinished()
    {
        var partner = new FakePartner().On("/Actions", Page(SecondPage, Action("9383.1.1", "PENDING")));

        var results = await AssertUnfinishedAsync(partner);

        Assert.Equal(2, partner.Calls.Count);
        Assert.Equal("9383.1.1", results[0].Value.Lines.Single().ExternalKey);
    }

    [Fact]
    public async Task TenthPage_ThatNamesAnotherOne_EndsTheRunUnfinished()
    {
        var partner = new FakePartner().On("/Actions", call => FakePartner.Json(
            $$"""{"@nextpageuri":"/Mediapartners/IRtestSid1/Actions?Page={{PageOf(call) + 1}}","Actions":[{{Action($"9383.1.{PageOf(call)}", "PENDING")}}]}"""));

        var results = await AssertUnfinishedAsync(partner);

        Assert.Equal(10, partner.Calls.Count);
        Assert.Equal(10, results.Where(result => result.Succeeded).Sum(result => result.Value.Lines.Count));
    }

    [Fact]
    public async Task WindowTooFullByItsTotal_IsAskedForInHalves()
    {
        var partner = new FakePartner().On("/Actions", """{"@total":"50001","@nextpageuri":"","Actions":[]}""", Nothing);

        Assert.NotNull((await ResultsAsync(partner))[^1].Value.Watermark);
    }

    [Theory]
    [InlineData("""{"Status":"ERROR","Message":"Come back later"}""")]
    [InlineData("""{"message":"hello"}""")]
    [InlineData("""{"Campaigns":[]}""")]
    [InlineData("""{"@total":"3"}""")]
    [InlineData("""{"@total":"3","Actions":null}""")]
    [InlineData("""{"@total":"3","@nextpageuri":"","Actions":[]}""")]
    [InlineData("""{"@numpages":"3","@nextpageuri":"","Actions":[]}""")]
    public async Task Answer_WithoutItsActions_EndsTheRunUnfinished(string body) => await AssertUnfinishedAsync(new FakePartner().On("/Actions", body));

    [Theory]
    [InlineData("""{"Status":"ERROR","Message":"Come back later"}""")]
    [InlineData("""{"message":"hello"}""")]
    public async Task Test_OfAForeignAnswer_DoesNotPass(string body)
    {
        var partner = new FakePartner().On("/taxonomy", """{"categories":[]}""").On("/Actions", body);

        var answer = await ConnectorSetup.Walmart(partner, new TestClock()).TestAsync(ConnectorSetup.WalmartConnection(), Cancel);

        Assert.Equal(PartnerFailureKind.MalformedAnswer, answer.Failure?.Kind);
    }

    [Fact]
    public async Task Rows_FewerThanTheTotal_EndTheRunUnfinished()
    {
        var partner = new FakePartner().On(
            "/Actions",
            $$"""{"@total":"3","@nextpageuri":"{{SecondPage}}","Actions":[{{Action("9383.1.1", "PENDING")}}]}""",
            $$"""{"@total":"3","@nextpageuri":"","Actions":[{{Action("9383.1.2", "PENDING")}}]}""");

        var results = await AssertUnfinishedAsync(partner);

        Assert.Equal(2, results.Where(result => result.Succeeded).Sum(result => result.Value.Lines.Count));
        Assert.Contains("2 of 3", results[^1].Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Actions":null}""")]
    public async Task LaterPage_WithoutAList_EndsTheRunUnfinished(string body)
    {
        var partner = new FakePartner().On("/Actions", $$"""{"@nextpageuri":"{{SecondPage}}","Actions":[{{Action("9383.1.1", "PENDING")}}]}""", body);

        await AssertUnfinishedAsync(partner);
    }

    [Fact]
    public async Task Rows_MoreThanTheTotal_AreFine()
    {
        var partner = new FakePartner().On("/Actions", Page(string.Empty, Action("9383.1.1", "PENDING"), Action("9383.1.2", "PENDING")).Replace("\"@total\":\"2\"", "\"@total\":\"1\"", StringComparison.Ordinal), Nothing);

        Assert.NotNull((await ResultsAsync(partner))[^1].Value.Watermark);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Actions":null}""")]
    [InlineData("""{"@page":"1","@total":"0"}""")]
    [InlineData("""{"@total":"0","Actions":null}""")]
    public async Task EmptyBody_WhereNothingCanBeMissing_IsNothingNew(string body)
    {
        var result = Assert.Single(await ResultsAsync(new FakePartner().On("/Actions", body)));

        Assert.NotNull(result.Value.Watermark);
    }

    private static int PageOf(FakePartner.Call call) => int.Parse(QueryHelpers.ParseQuery(call.Address.Query)["Page"].ToString(), CultureInfo.InvariantCulture);

    private static async Task<List<PartnerResult<ConversionBatch>>> AssertUnfinishedAsync(FakePartner partner)
    {
        var results = await ResultsAsync(partner);
        Assert.Equal(PartnerFailureKind.MalformedAnswer, results[^1].Failure?.Kind);
        Assert.All(results.SkipLast(1), result => Assert.Null(result.Value.Watermark));
        return results;
    }

    private static async Task<List<PartnerResult<ConversionBatch>>> ResultsAsync(FakePartner partner)
    {
        var results = new List<PartnerResult<ConversionBatch>>();
        await foreach (var result in ConnectorSetup.Walmart(partner, new TestClock()).ReadAsync(ConnectorSetup.WalmartConnection(), null, Cancel))
        {
            results.Add(result);
        }

        return results;
    }
}
