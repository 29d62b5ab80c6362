using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors;

/// <summary>Orders, tokens and faults over time; each test has a world of its own because it moves the clock or breaks a partner.</summary>
public sealed class SandboxMoneyTests : IAsyncDisposable
{
    private readonly SandboxConversationTests.Running _running = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task AmazonOrder_ShipsAndIsReported_ThenItsReturn()
    {
        var connection = await _running.OpenAsync("amazon");
        var feed = _running.Connector<IConversionFeed>("amazon");
        var offer = (await _running.Connector<IProductSearch>("amazon").SearchAsync(connection, new("lamp", 1, 1, InStockOnly: true), Cancel)).Value.Offers[0];
        var order = await _running.BuyAsync(new NewOrder { Partner = SandboxPartner.Amazon, ProductId = offer.ExternalId, Quantity = 2, Tag = "someone-20", SubId = "abc-1" });
        Assert.Empty(await ReadAsync(feed, connection, null));

        _running.Host.Clock.Shift += TimeSpan.FromDays(3);
        var shipped = Assert.Single(await ReadAsync(feed, connection, null));
        var line = Assert.Single(shipped.Lines);
        Assert.Equal((order.Amount, order.Payout, 2), (line.SaleAmount, line.Commission, line.Quantity));
        Assert.Equal(("someone-20", "abc-1", offer.ExternalId), (line.TrackingTag, line.SubId, line.ProductExternalId));
        Assert.Empty(shipped.Rejected);
        Assert.Empty(await ReadAsync(feed, connection, shipped.Watermark));

        Assert.True((await _running.Host.Services.GetRequiredService<OrderBook>().ReturnAsync(order.Id, Cancel)).Succeeded);
        var returned = Assert.Single(await ReadAsync(feed, connection, shipped.Watermark));
        Assert.Equal(-order.Payout, Assert.Single(returned.Lines).Commission);
        Assert.NotEqual(shipped.ReplacesScope, returned.ReplacesScope);
    }

    [Fact]
    public async Task WalmartOrder_IsApprovedByItsLockingDateOnly_AndClearedLater()
    {
        var order = await BuyAtWalmartAsync();
        var connection = await _running.OpenAsync("walmart");
        var feed = _running.Connector<IConversionFeed>("walmart");
        var first = await ReadAsync(feed, connection, null);
        var pending = first.SelectMany(batch => batch.Lines).DistinctBy(line => line.ExternalKey).Single();
        Assert.Equal((ConversionState.Pending, order.Amount, order.Payout, "abc-1"), (pending.State, pending.SaleAmount, pending.Commission, pending.SubId));
        Assert.Equal(order.Number, pending.OrderId);

        // A run shortly before leaves a watermark that no window of orders or changes reaches back over.
        _running.Host.Clock.Shift += TimeSpan.FromDays(29);
        var before = await ReadAsync(feed, connection, first[^1].Watermark);
        _running.Host.Clock.Shift += TimeSpan.FromDays(2);
        var approved = (await ReadAsync(feed, connection, before[^1].Watermark)).SelectMany(batch => batch.Lines).Single();
        Assert.Equal((pending.ExternalKey, ConversionState.Approved), (approved.ExternalKey, approved.State));
        Assert.NotNull(approved.LocksAt);

        _running.Host.Clock.Shift += TimeSpan.FromDays(20);
        var cleared = (await ReadAsync(feed, connection, before[^1].Watermark)).SelectMany(batch => batch.Lines).DistinctBy(line => line.ExternalKey).Single();
        Assert.Equal(ConversionState.Payable, cleared.State);
        Assert.NotNull(cleared.ClearedAt);
    }

    [Fact]
    public async Task TargetOrder_IsReversed_AndTheOtherApproved()
    {
        var connection = await _running.OpenAsync("target");
        var feed = _running.Connector<IConversionFeed>("target");
        var offers = (await _running.Connector<IProductSearch>("target").SearchAsync(connection, new("lamp", 1, 100, InStockOnly: true), Cancel)).Value.Offers;
        var paying = offers.First(offer => !offer.PaysNothing);
        var kept = await BuyAtTargetAsync(connection, paying.ExternalId, "kept-1");
        var sentBack = await BuyAtTargetAsync(connection, paying.ExternalId, "back-1");
        var excluded = await BuyAtTargetAsync(connection, offers.First(offer => offer.PaysNothing).ExternalId, "free-1");
        var first = await ReadAsync(feed, connection, null);
        var pending = first.SelectMany(batch => batch.Lines).DistinctBy(line => line.ExternalKey).ToDictionary(line => line.SubId!);
        Assert.Equal((kept.Payout, kept.Amount, ConversionState.Pending), (pending["kept-1"].Commission, pending["kept-1"].SaleAmount, pending["kept-1"].State));
        Assert.True(pending["free-1"].Commission.IsZero);
        Assert.Equal(excluded.Amount, pending["free-1"].SaleAmount);

        _running.Host.Clock.Shift += TimeSpan.FromDays(10);
        Assert.True((await _running.Host.Services.GetRequiredService<OrderBook>().ReturnAsync(sentBack.Id, Cancel)).Succeeded);
        var changed = await ReadAsync(feed, connection, first[^1].Watermark);
        Assert.All(changed.SelectMany(batch => batch.Lines), line => Assert.Equal(line.SubId == "back-1" ? ConversionState.Reversed : ConversionState.Pending, line.State));
        Assert.Contains(changed.SelectMany(batch => batch.Lines), line => line.SubId == "back-1");

        _running.Host.Clock.Shift += TimeSpan.FromDays(25);
        var locked = (await ReadAsync(feed, connection, changed[^1].Watermark)).SelectMany(batch => batch.Lines).DistinctBy(line => line.ExternalKey).ToDictionary(line => line.SubId!);
        Assert.Equal(ConversionState.Approved, locked["kept-1"].State);
        Assert.Empty((await ReadAsync(_running.Connector<IConversionFeed>("walmart"), await _running.OpenAsync("walmart"), null)).SelectMany(batch => batch.Lines));
    }

    [Fact]
    public async Task WalmartReturn_LongAfterTheOrder_IsFoundAsAChange()
    {
        var order = await BuyAtWalmartAsync();
        var connection = await _running.OpenAsync("walmart");
        var feed = _running.Connector<IConversionFeed>("walmart");
        _running.Host.Clock.Shift += TimeSpan.FromDays(20);
        var before = await ReadAsync(feed, connection, null);
        Assert.True((await _running.Host.Services.GetRequiredService<OrderBook>().ReturnAsync(order.Id, Cancel)).Succeeded);

        var reversed = (await ReadAsync(feed, connection, before[^1].Watermark)).SelectMany(batch => batch.Lines).Single();

        Assert.Equal(ConversionState.Reversed, reversed.State);
        Assert.Equal("REVERSED", reversed.StateRaw);
    }

    [Theory]
    [InlineData("walmart")]
    [InlineData("target")]
    public async Task ItemsOfAnOrder_SayWhatWasBought_AndWhatWasSentBack(string partner)
    {
        var connection = await _running.OpenAsync(partner);
        var offer = (await _running.Connector<IProductSearch>(partner).SearchAsync(connection, new("lamp", 1, 20, InStockOnly: true), Cancel)).Value.Offers.First(offer => !offer.PaysNothing);
        var order = partner == "walmart" ? await BuyAtWalmartAsync(offer.ExternalId) : await BuyAtTargetAsync(connection, offer.ExternalId, "abc-1");
        var action = (await ReadAsync(_running.Connector<IConversionFeed>(partner), connection, null)).SelectMany(batch => batch.Lines).First().ExternalKey;
        var source = _running.Connector<IConversionItems>(partner);

        var bought = Assert.Single((await source.ReadItemsAsync(connection, action, Cancel)).Value);
        Assert.True((await _running.Host.Services.GetRequiredService<OrderBook>().ReturnAsync(order.Id, Cancel)).Succeeded);
        var returned = (await source.ReadItemsAsync(connection, action, Cancel)).Value;

        Assert.Equal((offer.ExternalId, offer.Title, order.Quantity, order.Amount, order.Payout), (bought.Sku, bought.Name, bought.Quantity, bought.SaleAmount!.Value, bought.Commission!.Value));
        Assert.Null(bought.AdjustedAt);
        Assert.Equal(bought, returned[0]);
        Assert.Equal((-order.Quantity, -order.Payout, "ITEM_RETURNED"), (returned[1].Quantity, returned[1].Commission!.Value, returned[1].AdjustmentReason));
        Assert.NotNull(returned[1].AdjustedAt);
        Assert.Equal(PartnerFailureKind.NotFound, (await source.ReadItemsAsync(connection, action + "9", Cancel)).Failure!.Kind);
    }

    [Theory]
    [InlineData("amazon")]
    [InlineData("walmart")]
    public async Task HoursLater_TokensAndSignatures_AreFresh(string partner)
    {
        var connection = await _running.OpenAsync(partner);
        var search = _running.Connector<IProductSearch>(partner);
        Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded);

        foreach (var later in new[] { TimeSpan.FromSeconds(171), TimeSpan.FromMinutes(58), TimeSpan.FromHours(5) })
        {
            _running.Host.Clock.Shift += later;
            Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded, later.ToString());
        }
    }

    [Theory]
    [InlineData("amazon", SandboxFault.Html, PartnerFailureKind.MalformedAnswer)]
    [InlineData("amazon", SandboxFault.HalfBody, PartnerFailureKind.Unavailable)]
    [InlineData("amazon", SandboxFault.Down, PartnerFailureKind.Unavailable)]
    [InlineData("amazon", SandboxFault.NotEligible, PartnerFailureKind.NotEligible)]
    [InlineData("walmart", SandboxFault.Html, PartnerFailureKind.MalformedAnswer)]
    [InlineData("walmart", SandboxFault.Down, PartnerFailureKind.Unavailable)]
    [InlineData("walmart", SandboxFault.Throttled, PartnerFailureKind.Throttled)]
    [InlineData("target", SandboxFault.Html, PartnerFailureKind.MalformedAnswer)]
    [InlineData("target", SandboxFault.HalfBody, PartnerFailureKind.Unavailable)]
    [InlineData("target", SandboxFault.Down, PartnerFailureKind.Unavailable)]
    [InlineData("target", SandboxFault.Throttled, PartnerFailureKind.Throttled)]
    public async Task BrokenPartner_IsAFailureWithARemedy_AndComesBack(string partner, SandboxFault fault, PartnerFailureKind kind)
    {
        var api = partner switch { "amazon" => SandboxApi.Amazon, "walmart" => SandboxApi.Walmart, _ => SandboxApi.Impact };
        var connection = await _running.OpenAsync(partner);
        var search = _running.Connector<IProductSearch>(partner);
        Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded);
        var faults = _running.Host.Services.GetRequiredService<SandboxFaults>();

        faults[api] = fault;
        var failure = (await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Failure!;
        faults[api] = SandboxFault.None;

        Assert.Equal(kind, failure.Kind);
        Assert.NotEmpty(failure.Remedy);
        Assert.True((await search.SearchAsync(connection, new("lamp", 1, 1), Cancel)).Succeeded);
    }

    private async Task<SandboxOrder> BuyAtWalmartAsync(string? item = null)
    {
        var connection = await _running.OpenAsync("walmart");
        item ??= (await _running.Connector<IProductSearch>("walmart").SearchAsync(connection, new("lamp", 1, 10, InStockOnly: true), Cancel)).Value.Offers[0].ExternalId;
        return await _running.BuyAsync(new NewOrder
        {
            Partner = SandboxPartner.Walmart,
            ProductId = item,
            Tag = connection["publisherId"],
            SubId = "abc-1",
            CampaignId = connection["campaignId"],
            AdId = connection["adId"],
            ClickId = "click-1",
        });
    }

    private Task<SandboxOrder> BuyAtTargetAsync(ConnectionContext connection, string item, string subId) => _running.BuyAsync(new NewOrder
    {
        Partner = SandboxPartner.Target,
        ProductId = item,
        Tag = connection["publisherId"],
        SubId = subId,
        CampaignId = connection["campaignId"],
        AdId = connection["adId"],
        ClickId = "click-" + subId,
    });

    private static async Task<List<ConversionBatch>> ReadAsync(IConversionFeed feed, ConnectionContext connection, string? watermark)
    {
        var batches = new List<ConversionBatch>();
        await foreach (var result in feed.ReadAsync(connection, watermark, Cancel))
        {
            batches.Add(result.Value);
        }

        return batches;
    }
}
