using System.Security.Cryptography;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors;

/// <summary>Our side and the partners' side, written from the same documents by different hands, over real HTTP.</summary>
public sealed class SandboxConversationTests(SandboxConversationTests.Running running) : IClassFixture<SandboxConversationTests.Running>
{
    private readonly StudioHost _host = running.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("amazon", "2.1")]
    [InlineData("amazon", "2.3")]
    [InlineData("amazon", "3.1")]
    [InlineData("walmart", null)]
    [InlineData("target", null)]
    public async Task Search_FindsProductsThatAreComplete(string partner, string? version)
    {
        var connection = await OpenAsync(partner, version is null ? [] : [("version", version)]);

        var answer = (await Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 10), Cancel)).Value;

        Assert.Equal(10, answer.Offers.Count);
        Assert.True(answer.HasMore);
        Assert.All(answer.Offers, offer =>
        {
            Assert.NotNull(offer.Price);
            Assert.NotNull(offer.Gtin);
            Assert.NotNull(offer.CategoryPath);
            Assert.NotNull(offer.Brand);
            Assert.NotEqual(StockState.Unknown, offer.Stock);
            Assert.NotEmpty(offer.ImageUrls);
            Assert.All(offer.ImageUrls, url => Assert.StartsWith("/sandbox/", url, StringComparison.Ordinal));
            Assert.StartsWith($"/sandbox/{partner}/", offer.ProductUrl, StringComparison.Ordinal);
            Assert.NotEqual(StudioCategories.Other, StudioCategories.Map(offer.Partner, offer.CategoryPath));
        });
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("walmart")]
    [InlineData("target")]
    public async Task SecondPage_IsAnother(string partner)
    {
        var connection = await OpenAsync(partner);
        var search = Connector<IProductSearch>(partner);

        var first = (await search.SearchAsync(connection, new("lamp", 1, 10), Cancel)).Value.Offers.Select(offer => offer.ExternalId);
        var second = (await search.SearchAsync(connection, new("lamp", 2, 10), Cancel)).Value.Offers.Select(offer => offer.ExternalId);

        Assert.Empty(first.Intersect(second));
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("walmart")]
    public async Task PriceRangeAndOrder_AreKept(string partner)
    {
        var request = new ProductSearchRequest("lamp", 1, 10, ProductSearchSort.PriceAscending, 2_000, 6_000, InStockOnly: true);

        var prices = (await Connector<IProductSearch>(partner).SearchAsync(await OpenAsync(partner), request, Cancel)).Value.Offers.Select(offer => offer.Price!.Value.MinorUnits).ToList();

        Assert.NotEmpty(prices);
        Assert.All(prices, price => Assert.InRange(price, 2_000, 6_000));
        Assert.Equal(prices.Order(), prices);
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("walmart")]
    [InlineData("target")]
    public async Task Lookup_ByIdAndByGtin_FindsTheSame(string partner)
    {
        var connection = await OpenAsync(partner);
        var found = (await Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 5), Cancel)).Value.Offers;
        var lookup = Connector<IProductLookup>(partner);

        var byId = (await lookup.LookUpAsync(connection, [.. found.Select(offer => offer.ExternalId), partner == "amazon" ? "B000000000" : "999999999999"], Cancel)).Value.Offers;
        var byGtin = (await lookup.LookUpGtinAsync(connection, found[0].Gtin!, Cancel)).Value.Offers;

        Assert.Equal(found.Select(offer => offer.ExternalId).Order(), byId.Select(offer => offer.ExternalId).Order());
        Assert.All(byGtin, offer => Assert.Equal(found[0].Gtin, offer.Gtin));
        if (partner is "walmart" or "target")
        {
            Assert.NotEmpty(byGtin);
        }
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("walmart")]
    [InlineData("target")]
    public async Task EarningLink_LandsOnTheProduct(string partner)
    {
        var connection = await OpenAsync(partner);
        var offer = (await Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 1), Cancel)).Value.Offers[0];
        var links = Connector<ILinkBuilder>(partner);
        var policy = _host.Services.GetRequiredService<LinkPolicy>();
        var row = await _host.Services.GetRequiredService<PartnerDirectory>().FindAsync(new PartnerKey(partner), Cancel);

        var link = links.Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), partner == "amazon" ? "someone-20" : "7654321");
        Assert.True(policy.IsAllowed(row!, link.Url));
        using var browser = new HttpClient { BaseAddress = _host.Address };
        var page = await browser.GetAsync($"{link.Url}&{link.SubIdParameter}=abc-1", Cancel);

        Assert.True(page.IsSuccessStatusCode);
        Assert.Contains("abc-1", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(offer.ExternalId, links.Recognize(page.RequestMessage!.RequestUri!.AbsoluteUri)?.ExternalId);
    }

    [Theory]
    [InlineData("target")]
    public async Task LinkCheck_OfAnOfferOfTheSearch_IsGranted(string partner)
    {
        var connection = await OpenAsync(partner);
        var offer = (await Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 1), Cancel)).Value.Offers[0];
        var check = Connector<ILinkCheck>(partner);

        Assert.Contains(offer.ExternalId, (await check.CheckLinkAsync(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), string.Empty, Cancel)).Value, StringComparison.Ordinal);
        Assert.Equal(PartnerFailureKind.Refused, (await check.CheckLinkAsync(connection, new ProductReference(offer.ExternalId, "/sandbox/amazon/dp/B0TEST0001"), string.Empty, Cancel)).Failure!.Kind);
    }

    [Theory]
    [InlineData("target")]
    public async Task MerchantsTerms_NameRatesAndWindow(string partner)
    {
        var terms = (await Connector<IMerchantTerms>(partner).ReadMerchantsAsync(await OpenAsync(partner), Cancel)).Value;

        Assert.NotEmpty(terms);
        Assert.All(terms.Where(merchant => merchant.State == MerchantState.Active), merchant =>
        {
            Assert.NotEmpty(merchant.Rates);
            Assert.NotNull(merchant.AttributionWindowHours);
            Assert.NotEmpty(merchant.Name);
        });
    }

    [Fact]
    public async Task Search_AtTarget_MarksWhatTheProgrammeExcludes()
    {
        var connection = await OpenAsync("target");
        var offers = (await Connector<IProductSearch>("target").SearchAsync(connection, new("lamp", 1, 100), Cancel)).Value.Offers;

        Assert.Contains(offers, offer => offer.PaysNothing);
        Assert.Contains(offers, offer => !offer.PaysNothing);
    }

    [Fact]
    public async Task Test_OfEachConnection_SaysWhatThePartnerAnswered()
    {
        foreach (var connector in _host.Services.GetServices<IPartnerConnector>())
        {
            var answer = await connector.TestAsync(await OpenAsync(connector.Partner.Value), Cancel);
            Assert.True(answer.Succeeded, answer.Failure?.ToString());
        }
    }

    [Theory]
    [InlineData("amazon", "credentialSecret", "wrong")]
    [InlineData("amazon", "version", "2.0")]
    [InlineData("amazon", "marketplace", "www.amazon.example")]
    [InlineData("walmart", "consumerId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("walmart", "keyVersion", "7")]
    [InlineData("walmart", "privateKeyPem", null)]
    public async Task WrongSetting_IsRefusedWithARemedy(string partner, string name, string? value)
    {
        using var other = RSA.Create(2048);
        var connection = await OpenAsync(partner, (name, value ?? other.ExportPkcs8PrivateKeyPem()));

        var answer = await Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 5), Cancel);

        if (name == "marketplace")
        {
            // An unknown marketplace falls back to amazon.com, which is what the setting's form says.
            Assert.True(answer.Succeeded);
            return;
        }

        Assert.Equal(PartnerFailureKind.Unauthorized, answer.Failure!.Kind);
        Assert.NotEmpty(answer.Failure.Remedy);
    }

    [Theory]
    [InlineData("walmart")]
    [InlineData("target")]
    public async Task WrongImpactToken_IsRefusedWithARemedy(string partner)
    {
        var connection = await OpenAsync(partner, ("impactAuthToken", "wrong"));

        await foreach (var result in Connector<IConversionFeed>(partner).ReadAsync(connection, null, Cancel))
        {
            Assert.Equal(PartnerFailureKind.Unauthorized, result.Failure!.Kind);
            Assert.Contains("impact.com", result.Failure.Remedy, StringComparison.Ordinal);
        }
    }

    private async Task<ConnectionContext> OpenAsync(string partner, params (string Name, string Value)[] changes) => await running.OpenAsync(partner, changes);

    private T Connector<T>(string partner)
        where T : class => running.Connector<T>(partner);

    /// <summary>One running product for all of these.</summary>
    public sealed class Running : IAsyncDisposable
    {
        public StudioHost Host { get; } = new();

        internal T Connector<T>(string partner)
            where T : class => (T)Host.Services.GetServices<IPartnerConnector>().Single(connector => connector.Partner.Value == partner);

        internal async Task<ConnectionContext> OpenAsync(string partner, params (string Name, string Value)[] changes)
        {
            var directory = Host.Services.GetRequiredService<ConnectionDirectory>();
            var opened = await directory.OpenAsync(new PartnerKey(partner), Cancel) ?? throw new InvalidOperationException("The sandbox is not connected.");
            var settings = new Dictionary<string, string>(opened.Settings);
            foreach (var (name, value) in changes)
            {
                settings[name] = value;
            }

            return directory.Context(opened.Partner, opened.Kind, settings);
        }

        internal Task<SandboxOrder> BuyAsync(NewOrder order) => BuyAsync(Host.Services.GetRequiredService<OrderBook>(), order);

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        private static async Task<SandboxOrder> BuyAsync(OrderBook book, NewOrder order) => (await book.PlaceAsync(order, Cancel)).Value;
    }
}
