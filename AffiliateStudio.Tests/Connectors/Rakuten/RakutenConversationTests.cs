using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SyncMerchants;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

/// <summary>Our side and Rakuten's side over real HTTP. Each test has a world of its own because most move the clock or break the partner.</summary>
public sealed class RakutenConversationTests : IAsyncDisposable
{
    private readonly SandboxConversationTests.Running _running = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task Search_PagesThroughOffersOfSeveralMerchants()
    {
        var connection = await _running.OpenAsync("rakuten");
        var search = _running.Connector<IProductSearch>("rakuten");

        var first = (await search.SearchAsync(connection, new("lamp (warm) - light", 1, 10), Cancel)).Value;
        var second = (await search.SearchAsync(connection, new("lamp (warm) - light", 2, 10), Cancel)).Value;
        var cheap = (await search.SearchAsync(connection, new("lamp", 1, 50, ProductSearchSort.PriceAscending), Cancel)).Value.Offers;
        var mixed = (await search.SearchAsync(connection, new("mug lamp", 1, 100), Cancel)).Value.Offers;

        Assert.Equal((10, true), (first.Offers.Count, first.HasMore));
        Assert.Empty(first.Offers.Select(offer => offer.ExternalId).Intersect(second.Offers.Select(offer => offer.ExternalId)));
        Assert.NotEmpty(cheap);
        Assert.All(first.Offers.Concat(mixed), offer =>
        {
            Assert.NotNull(offer.Price);
            Assert.StartsWith(offer.MerchantId + ":", offer.ExternalId, StringComparison.Ordinal);
            Assert.Equal(offer.Title.Trim(), offer.Title);
            Assert.StartsWith("/sandbox/rakuten/m/" + offer.MerchantId, offer.ProductUrl, StringComparison.Ordinal);
            Assert.StartsWith("/sandbox/pictures/rakuten/", offer.ImageUrls[0], StringComparison.Ordinal);
            Assert.NotEqual(StudioCategories.Other, StudioCategories.Map(offer.Partner, offer.CategoryPath));
        });
        Assert.Equal((0, false), Counted(await search.SearchAsync(connection, new("lamp", 40, 100), Cancel)));
        Assert.Equal((0, false), Counted(await search.SearchAsync(connection, new("zzzzqqq", 1, 10), Cancel)));
    }

    [Fact]
    public async Task PageBeyondTheLast_IsTheEnd()
    {
        var connection = await _running.OpenAsync("rakuten");
        var search = _running.Connector<IProductSearch>("rakuten");
        var total = (await search.SearchAsync(connection, new("dumbbell", 1, 25), Cancel)).Value.Total;

        Assert.Equal((0, false), Counted(await search.SearchAsync(connection, new("dumbbell", (total / 25) + 2, 25), Cancel)));
    }

    [Fact]
    public async Task LookUp_FindsAKnownOfferAgain()
    {
        var connection = await _running.OpenAsync("rakuten");
        var found = (await _running.Connector<IProductSearch>("rakuten").SearchAsync(connection, new("tent", 1, 3), Cancel)).Value.Offers;

        var again = (await _running.Connector<IProductLookup>("rakuten").LookUpAsync(connection, [.. found.Select(offer => offer.ExternalId), "54321:FW-99999"], Cancel)).Value.Offers;

        Assert.Equal(found.Select(offer => offer.ExternalId), again.Select(offer => offer.ExternalId));
    }

    [Fact]
    public async Task Link_LandsOnTheMerchantsPage_WithTheNetworksIds()
    {
        var connection = await _running.OpenAsync("rakuten");
        var offer = await OfferAsync(connection);
        var links = _running.Connector<ILinkBuilder>("rakuten");
        var row = await _running.Host.Services.GetRequiredService<PartnerDirectory>().FindAsync(PartnerKey.Rakuten, Cancel);

        var link = links.Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), string.Empty);
        using var browser = new HttpClient { BaseAddress = _running.Host.Address };
        using var page = await browser.GetAsync($"{link.Url}&u1=abc-1", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);

        Assert.True(_running.Host.Services.GetRequiredService<LinkPolicy>().IsAllowed(row!, link.Url));
        Assert.Contains(offer.Merchant!, html.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("abc-1", html, StringComparison.Ordinal);
        Assert.Contains("ranMID=" + offer.MerchantId, page.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.Matches("ranSiteID=StudioDemo1-[0-9a-f]{22}", page.RequestMessage.RequestUri.Query);
        Assert.Equal(offer.ExternalId, links.Recognize(page.RequestMessage.RequestUri.AbsoluteUri)?.ExternalId);
    }

    [Fact]
    public async Task Terms_BecomeMerchantsWithWindowsAndRates()
    {
        Assert.Null(await _running.Host.Services.GetRequiredService<SyncMerchants>().RunAsync(PartnerKey.Rakuten, Cancel));

        var merchants = _running.Host.Services.GetRequiredService<IMerchantBook>();
        var fernway = merchants.FindByHost(PartnerKey.Rakuten, "www.fernway.example")!;
        Assert.Equal(("54321", "Fernway Outdoors", MerchantState.Active, 720), (fernway.Id, fernway.Name, fernway.State, fernway.AttributionWindowHours));
        Assert.False(merchants.Find(PartnerKey.Rakuten, "55077")!.AllowsDeepLinks);
        Assert.Equal(MerchantState.Pending, merchants.Find(PartnerKey.Rakuten, "55188")!.State);
        Assert.Equal(MerchantState.Inactive, merchants.Find(PartnerKey.Rakuten, "55299")!.State);
        var book = await _running.Host.Services.GetRequiredService<RateCards>().LoadAsync(Cancel);
        var today = DateOnly.FromDateTime(_running.Host.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(600, book.Find(PartnerKey.Rakuten, "54321", "Sports", today)!.Rate.BasisPoints);
        Assert.Equal(900, book.Find(PartnerKey.Rakuten, "54855", string.Empty, today)!.Rate.BasisPoints);
        var links = _running.Connector<ILinkBuilder>("rakuten");
        Assert.Equal("54321", links.Recognize("https://www.fernway.example/p/tent?ranMID=1")?.MerchantId);
        Assert.Null(links.Recognize("https://www.nobody.example/p/tent"));
    }

    [Theory]
    [InlineData("54321", "https://www.fernway.example/p/tent", null)]
    [InlineData("54321", "https://www.voltine.example/p/tent", "URL_TEMPLATE_MISMATCH")]
    [InlineData("54321", "https://www.fernway.example/gift-card", "DEEP_LINK_DENIED")]
    [InlineData("55077", "https://www.pawhaven.example/p/ball", "DEEP_LINKING_NOT_ENABLED")]
    [InlineData("55188", "https://www.inkbarrow.example/p/pen", "ACCESS_DENIED")]
    [InlineData("55299", "https://www.torquerow.example/p/wrench", "ACCESS_DENIED")]
    [InlineData("11111", "https://www.nobody.example/p/x", "CANNOT_RESOLVE_ADVERTISER")]
    public async Task LinkCheck_TellsWhatRakutenSays(string mid, string url, string? refusal)
    {
        var answer = await _running.Connector<ILinkCheck>("rakuten").CheckLinkAsync(await _running.OpenAsync("rakuten"), new ProductReference(mid + ":x", url), string.Empty, Cancel);

        Assert.Equal(refusal, answer.Failure?.Code);
        Assert.Equal(refusal is null ? null : PartnerFailureKind.Refused, answer.Failure?.Kind);
    }

    [Fact]
    public async Task Order_IsASignal_ThenATransaction_ThenTakenBackByARowOfItsOwn()
    {
        var connection = await _running.OpenAsync("rakuten");
        var order = await BuyAsync(await OfferAsync(connection), connection["publisherId"]);
        var first = await ReadAsync(connection, null);
        var pending = Assert.Single(first.SelectMany(batch => batch.Lines));
        Assert.Equal((ConversionState.Pending, "Y", order.Amount, order.Payout, "abc-1", order.Number), (pending.State, pending.StateRaw, pending.SaleAmount, pending.Commission, pending.SubId, pending.OrderId));
        Assert.Equal($"{order.MerchantId}:{order.ProductId}", pending.OfferExternalId);

        _running.Host.Clock.Shift += TimeSpan.FromDays(3);
        var second = await ReadAsync(connection, first[^1].Watermark);
        var approved = Assert.Single(second.SelectMany(batch => batch.Lines));
        Assert.Equal((pending.ExternalKey, ConversionState.Approved, "N"), (approved.ExternalKey, approved.State, approved.StateRaw));

        _running.Host.Clock.Shift += TimeSpan.FromDays(27);
        Assert.True((await _running.Host.Services.GetRequiredService<OrderBook>().ReturnAsync(order.Id, Cancel)).Succeeded);
        var lines = (await ReadAsync(connection, second[^1].Watermark)).SelectMany(batch => batch.Lines).ToList();
        Assert.Equal([order.Payout, -order.Payout], lines.Select(line => line.Commission));
        Assert.Equal((order.Number, pending.OfferExternalId, "abc-1"), (lines[1].OrderId, lines[1].OfferExternalId, lines[1].SubId));
        Assert.NotEqual(pending.ExternalKey, lines[1].ExternalKey);
    }

    [Theory]
    [InlineData("Other123456", 0)]
    [InlineData("studiodemo1", 0)]
    [InlineData("StudioDemo1", 1)]
    public async Task OrdersOfAnotherPublisher_AreNotTold(string publisher, int rows)
    {
        var connection = await _running.OpenAsync("rakuten");
        await BuyAsync(await OfferAsync(connection), publisher);

        Assert.Equal(rows, (await ReadAsync(connection, null)).Sum(batch => batch.Lines.Count));
    }

    [Fact]
    public async Task HoursLater_TheTokenIsRenewed()
    {
        var connection = await _running.OpenAsync("rakuten");
        var search = _running.Connector<IProductSearch>("rakuten");
        foreach (var later in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(54), TimeSpan.FromMinutes(3), TimeSpan.FromHours(5), TimeSpan.FromDays(40) })
        {
            _running.Host.Clock.Shift += later;
            Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded, later.ToString());
        }
    }

    [Theory]
    [InlineData(SandboxFault.Html, PartnerFailureKind.MalformedAnswer)]
    [InlineData(SandboxFault.HalfBody, PartnerFailureKind.Unavailable)]
    [InlineData(SandboxFault.Down, PartnerFailureKind.Unavailable)]
    [InlineData(SandboxFault.Throttled, PartnerFailureKind.Throttled)]
    [InlineData(SandboxFault.NotEligible, PartnerFailureKind.NotEligible)]
    public async Task BrokenPartner_IsAFailureWithARemedy_AndComesBack(SandboxFault fault, PartnerFailureKind kind)
    {
        var connection = await _running.OpenAsync("rakuten");
        var search = _running.Connector<IProductSearch>("rakuten");
        Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded);
        var faults = _running.Host.Services.GetRequiredService<SandboxFaults>();

        faults[SandboxApi.Rakuten] = fault;
        var failure = (await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Failure!;
        faults[SandboxApi.Rakuten] = SandboxFault.None;

        Assert.Equal(kind, failure.Kind);
        Assert.NotEmpty(failure.Remedy);
        Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded);
    }

    [Theory]
    [InlineData("clientSecret", "wrong")]
    [InlineData("clientId", "wrong")]
    [InlineData("sid", "4999999")]
    [InlineData("authScheme", "Basic")]
    public async Task WrongSetting_IsRefusedWithARemedy(string name, string value)
    {
        var failure = (await _running.Connector<IProductSearch>("rakuten").SearchAsync(await _running.OpenAsync("rakuten", (name, value)), new("lamp", 1, 5), Cancel)).Failure!;

        Assert.Equal(PartnerFailureKind.Unauthorized, failure.Kind);
        Assert.NotEmpty(failure.Remedy);
    }

    private static (int Count, bool HasMore) Counted(PartnerResult<ProductSearchAnswer> answer) => (answer.Value.Offers.Count, answer.Value.HasMore);

    private async Task<PartnerOffer> OfferAsync(ConnectionContext connection)
    {
        var found = (await _running.Connector<IProductSearch>("rakuten").SearchAsync(connection, new("tent", 1, 20), Cancel)).Value.Offers;
        var catalog = _running.Host.Services.GetRequiredService<AffiliateStudio.Sandbox.Catalog.SandboxCatalog>();
        return found.First(offer => catalog.Listing(catalog.Find(SandboxPartner.Rakuten, offer.ExternalId.Split(':')[1])!, SandboxPartner.Rakuten).Stock != AffiliateStudio.Sandbox.Catalog.SandboxStock.SoldOut);
    }

    private Task<SandboxOrder> BuyAsync(PartnerOffer offer, string publisher) => _running.BuyAsync(new NewOrder
    {
        Partner = SandboxPartner.Rakuten,
        ProductId = offer.ExternalId.Split(':')[1],
        Tag = publisher,
        SubId = "abc-1",
        CampaignId = offer.MerchantId!,
    });

    private async Task<List<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark)
    {
        var batches = new List<ConversionBatch>();
        await foreach (var result in _running.Connector<IConversionFeed>("rakuten").ReadAsync(connection, watermark, Cancel))
        {
            batches.Add(result.Value);
        }

        Assert.All(batches, batch => Assert.Empty(batch.Rejected));
        return batches;
    }
}
