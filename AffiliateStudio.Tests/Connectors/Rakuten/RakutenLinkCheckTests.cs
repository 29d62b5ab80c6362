using System.Net;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenLinkCheckTests
{
    private const string Path = "/v1/links/deep_links";

    private const string Good = """
        {"_metadata":{"api_name_version":"links-deep-links-v1.0.0"},"advertiser":{"id":54321,"name":"Fernway Outdoors","url":"https://fernway.example","description":"Camp gear",
        "deep_link":{"deep_link_url":"https://click.linksynergy.com/deeplink?id=AbCdEf12345&mid=54321&murl=x","u1":"","url":"https://fernway.example/p/stv02"}}}
        """;

    private static readonly ProductReference Stove = new("54321:FW-STV-02", "https://fernway.example/p/stv02");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_IsMadeByRakuten()
    {
        var partner = Answering(Good);

        var link = await CheckAsync(partner);

        Assert.StartsWith("https://click.linksynergy.com/deeplink?id=AbCdEf12345", link.Value, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(partner.CallsTo(Path).Single().Body);
        Assert.Equal(("https://fernway.example/p/stv02", 54321), (body.RootElement.GetProperty("url").GetString(), body.RootElement.GetProperty("advertiser_id").GetInt32()));
    }

    [Theory]
    [InlineData("ACCESS_DENIED", PartnerFailureKind.Refused, "partnership")]
    [InlineData("DEEP_LINK_DENIED", PartnerFailureKind.Refused, "another page")]
    [InlineData("DEEP_LINKING_NOT_ENABLED", PartnerFailureKind.Refused, "shop that does")]
    [InlineData("CANNOT_RESOLVE_ADVERTISER", PartnerFailureKind.Refused, "left the network")]
    [InlineData("URL_TEMPLATE_MISMATCH", PartnerFailureKind.Refused, "same host")]
    [InlineData("ENTITY_DECODE_ERROR", PartnerFailureKind.InvalidRequest, "plain address")]
    [InlineData("REQUEST_PARAM_INVALID", PartnerFailureKind.InvalidRequest, "plain address")]
    [InlineData("UNEXPECTED_ERROR", PartnerFailureKind.Unavailable, "try again")]
    [InlineData("SOMETHING_NEW", PartnerFailureKind.Unavailable, "try again")]
    public async Task ErrorCode_UnderAnyStatus_SaysWhatToDo(string code, PartnerFailureKind kind, string remedy)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest })
        {
            var partner = new FakePartner().On("/token", RakutenAnswers.Token)
                .On(Path, _ => FakePartner.Json($$"""{"error":"{{code}}","message":"Words of the partner"}""", status));

            var failure = (await CheckAsync(partner)).Failure!;

            Assert.Equal((kind, code), (failure.Kind, failure.Code));
            Assert.Contains(remedy, failure.Remedy, StringComparison.Ordinal);
            Assert.Contains("Words of the partner", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html></html>")]
    [InlineData("""{"advertiser":{"deep_link":{"deep_link_url":""}}}""")]
    public async Task AnswerWithoutALink_SaysNothingAboutThePage(string body) => Assert.Equal(PartnerFailureKind.MalformedAnswer, (await CheckAsync(Answering(body))).Failure!.Kind);

    [Fact]
    public async Task CreatorsOwnId_IsNotAskedFor()
    {
        var partner = Answering(Good);

        Assert.Contains("id=Other123456", (await CheckAsync(partner, "Other123456")).Value, StringComparison.Ordinal);
        Assert.Empty(partner.Calls);
    }

    private static FakePartner Answering(string body) => new FakePartner().On("/token", RakutenAnswers.Token).On(Path, body);

    private static Task<PartnerResult<string>> CheckAsync(FakePartner partner, string tag = "") =>
        ConnectorSetup.Rakuten(partner, new TestClock()).CheckLinkAsync(ConnectorSetup.RakutenConnection(), Stove, tag, Cancel);
}
