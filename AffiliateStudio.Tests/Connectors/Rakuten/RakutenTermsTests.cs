using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenTermsTests
{
    private const string Partnerships = """
        {"_metadata":{"api_name_version":"partnerships-v1.0.0","page":1,"limit":200,"total":3,"_links":{"self":"/v1/partnerships?limit=200&page=1","next":"/v1/partnerships?limit=200&page=2"}},
         "partnerships":[{"advertiser":{"id":54321,"network":1,"name":"Fernway Outdoors","status":"active","categories":[],"details":"/v2/advertisers/54321"},"status":"active"},
                         {"advertiser":{"id":"54410","name":"Maren & Pike","status":"active"},"status":"pending"}]}
        """;

    private const string SecondPage = """
        {"_metadata":{"page":2,"_links":{"prev":"/v1/partnerships?limit=200&page=1"}},
         "partnerships":[{"advertiser":{"id":54522,"name":"Kettle & Grain","status":"active"},"status":"permanent-remove"},null,{"advertiser":{"id":"x"},"status":"active"}]}
        """;

    private const string Advertisers = """
        {"_metadata":{"total":2},"advertisers":[
          {"id":54321,"name":"Fernway Outdoors","url":"https://www.Fernway.example/start","features":{"deep_links":true}},
          {"id":54410,"name":"Maren & Pike","url":"marenpike.example","features":{"deep_links":"false"}},
          {"id":99999,"name":"Somebody else","url":"https://else.example"}]}
        """;

    private const string Offers = """
        {"_metadata":{"total":2},"offers":[
          {"advertiser":{"id":54321},"offer_number":900111,"type":"public","return_days":30,"start_datetime":"2025-01-01T00:00:00Z",
           "offer_rules":[{"is_base_commission":true,"commissions":[{"commission_type":"percentage","tiers":[{"commission":4,"threshold":0}]}]}]},
          {"advertiser":{"id":54321},"offer_number":900112,"type":"private","return_days":"45","update_window":"60",
           "offer_rules":[{"is_base_commission":false,"commissions":[{"commission_type":"percentage","tiers":[{"commission":1,"threshold":0}]}]},
                          {"is_base_commission":true,"commissions":[{"commission_type":"percentage","description":"","tiers":[{"commission":"8.5%","threshold":100},{"commission":"6.5","threshold":0,"upper_threshold":100}]}]}]},
          {"advertiser":{"id":54410},"offer_number":900200,"return_days":7,"offer_rules":[{"is_base_commission":true,"commissions":[{"commission_type":"flat","tiers":[{"commission":5}]}]}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Terms_ComeFromPartnershipsAdvertisersAndOffers()
    {
        var partner = Answering();

        var told = (await ReadAsync(partner)).Value;

        Assert.Equal(["54321", "54410", "54522"], told.Select(merchant => merchant.Id));
        var fernway = told[0];
        Assert.Equal((MerchantState.Active, true, 45 * 24), (fernway.State, fernway.AllowsDeepLinks, fernway.AttributionWindowHours));
        Assert.Equal(["fernway.example", ".fernway.example"], fernway.Hosts);
        Assert.Contains("60", fernway.LockingRule, StringComparison.Ordinal);
        var rate = Assert.Single(fernway.Rates);
        Assert.Equal((string.Empty, new Rate(650)), (rate.Category, rate.Rate));
        Assert.Contains("900112, tiers 6.5 % from 0, 8.5 % from 100", rate.Source, StringComparison.Ordinal);
        Assert.Equal((MerchantState.Pending, false, 0), (told[1].State, told[1].AllowsDeepLinks, told[1].Rates.Count));
        Assert.Equal((MerchantState.Inactive, "Kettle & Grain", 0), (told[2].State, told[2].Name, told[2].Hosts.Count));
        Assert.Equal("?limit=200&page=2", partner.CallsTo("/v1/partnerships").Last().Address.Query);
    }

    [Theory]
    [InlineData("active", "active", MerchantState.Active)]
    [InlineData("active", "inactive", MerchantState.Inactive)]
    [InlineData("pending", "active", MerchantState.Pending)]
    [InlineData("extended", "active", MerchantState.Pending)]
    [InlineData("temp-remove", "active", MerchantState.Pending)]
    [InlineData("self-removed", "active", MerchantState.Inactive)]
    [InlineData("permanent-decline", "active", MerchantState.Inactive)]
    [InlineData("brand-new-word", "active", MerchantState.Pending)]
    public async Task Status_SaysWhetherLinksEarn(string status, string advertiser, MerchantState state)
    {
        var one = $$"""{"partnerships":[{"advertiser":{"id":54321,"name":"Fernway","status":"{{advertiser}}"},"status":"{{status}}"}]}""";
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On("/v1/partnerships", one).On("/v2/advertisers", Advertisers).On("/v1/offers", Offers);

        Assert.Equal(state, (await ReadAsync(partner)).Value.Single().State);
    }

    [Theory]
    [InlineData("/v1/partnerships?limit=200&page=1")]
    [InlineData("https://evil.example/v1/partnerships?page=2")]
    [InlineData("//evil.example/v1/partnerships")]
    [InlineData("/../token")]
    public async Task NextPage_ThatIsElsewhereOrWasRead_EndsWithAFailure(string next)
    {
        var page = $$$"""{"_metadata":{"_links":{"next":"{{{next}}}"}},"partnerships":[]}""";
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On("/v1/partnerships", page);

        var failure = (await ReadAsync(partner)).Failure!;

        Assert.Equal(PartnerFailureKind.MalformedAnswer, failure.Kind);
        Assert.All(partner.Calls, call => Assert.Equal("api.linksynergy.com", call.Address.Host));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html></html>")]
    [InlineData("""{"partnerships":{}}""")]
    public async Task AnswerWithoutAList_IsNotAnEmptyOne(string body)
    {
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On("/v1/partnerships", body);

        Assert.Equal(PartnerFailureKind.MalformedAnswer, (await ReadAsync(partner)).Failure!.Kind);
    }

    private static FakePartner Answering() => new FakePartner()
        .On("/token", RakutenAnswers.Token).On("/v1/partnerships", Partnerships, SecondPage).On("/v2/advertisers", Advertisers).On("/v1/offers", Offers);

    private static Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadAsync(FakePartner partner) =>
        ConnectorSetup.Rakuten(partner, new TestClock()).ReadMerchantsAsync(ConnectorSetup.RakutenConnection(), Cancel);
}
