using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors.Faults;

/// <summary>A sandbox with some orders at each partner, some weeks old and one of each taken back, behind a proxy that does harm.</summary>
public sealed class HarmedPartners : IAsyncLifetime
{
    // The quotas are not what is tested: all tests together ask more often than a partner allows.
    private readonly StudioHost _host = new(("Sandbox:ImpactCallsPerHour", "1000000"), ("Sandbox:RequestsPerSecond", "100000"));

    internal FaultProxy Proxy { get; private set; } = null!;

    internal TimeProvider Clock => _host.Clock;

    public async ValueTask InitializeAsync()
    {
        Proxy = await FaultProxy.StartAsync(_host.Address);
        await OrdersOfAsync(SandboxPartner.Amazon, SandboxPartner.Walmart, SandboxPartner.Target);
        _host.Clock.Shift += TimeSpan.FromDays(29);

        // Rakuten tells of the last thirty days only.
        await OrdersOfAsync(SandboxPartner.Rakuten, SandboxPartner.Expedia);
        _host.Clock.Shift += TimeSpan.FromDays(3);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _host.DisposeAsync();
    }

    private OrderBook Orders => _host.Services.GetRequiredService<OrderBook>();

    /// <summary>A connector of its own for a test, as it is when the product starts.</summary>
    internal IPartnerConnector NewConnector(string partner, TransportOptions? options = null)
    {
        var limits = options ?? FaultLimits.Options;
        ImpactWay Impact() => ImpactWay.Open(limits, PartnerTransport.Network(), Clock);
        return partner switch
        {
            "amazon" => AmazonModule.Create(limits, PartnerTransport.Network(), Clock),
            "walmart" => WalmartModule.Create(limits, PartnerTransport.Network(), Impact(), Clock),
            "target" => TargetModule.Create(Impact(), Clock),
            "rakuten" => RakutenModule.Create(limits, limits, PartnerTransport.Network, Clock, _host.Services.GetRequiredService<IMerchantBook>()),
            "expedia" => ExpediaModule.Create(limits, limits, PartnerTransport.Network(), PartnerTransport.Network(), Clock),
            _ => throw new ArgumentOutOfRangeException(nameof(partner), partner, "No such partner."),
        };
    }

    /// <summary>The sandbox's connection, on the way that leads through the proxy.</summary>
    internal async Task<ConnectionContext> OpenAsync(string partner)
    {
        var opened = await _host.Services.GetRequiredService<ConnectionDirectory>().OpenAsync(new PartnerKey(partner), CancellationToken.None)
            ?? throw new InvalidOperationException("The sandbox is not connected.");
        return new ConnectionContext { Partner = opened.Partner, Kind = opened.Kind, SandboxAddress = new Uri(Proxy.Address, $"/sandbox/{partner}/"), Settings = opened.Settings };
    }

    // Four orders at each, of which the first comes back two days later.
    private async Task OrdersOfAsync(params SandboxPartner[] shops)
    {
        foreach (var shop in shops)
        {
            var connection = await OpenAsync(shop.ToString().ToLowerInvariant());
            for (var order = 1; order <= 4; order++)
            {
                await (shop == SandboxPartner.Expedia ? BookAsync(connection, order) : BuyAsync(shop, connection, order));
            }
        }

        _host.Clock.Shift += TimeSpan.FromDays(2);
        foreach (var shop in shops)
        {
            var first = (await Orders.AllOfAsync(shop, CancellationToken.None))[0];
            Assert.True((await Orders.ReturnAsync(first.Id, CancellationToken.None)).Succeeded);
        }
    }

    private Task BookAsync(ConnectionContext connection, int number)
    {
        var now = _host.Clock.GetUtcNow().UtcDateTime;
        return Orders.AddAsync(
            new SandboxOrder
            {
                Id = 0,
                Number = $"ITIN-{number}",
                Partner = SandboxPartner.Expedia,
                ProductId = "h1000001",
                Title = "A stay",
                Category = "Hotel",
                Seller = "Expedia",
                Quantity = 1,
                UnitPrice = new Money(20_000 + number, Currency.Usd),
                Rate = new Rate(600),
                Tag = connection["camref"],
                SubId = $"sub-{number}",
                SubId2 = string.Empty,
                SubId3 = string.Empty,
                SharedId = string.Empty,
                ClickId = $"click-{number}",
                CampaignId = connection["campaignId"],
                AdId = string.Empty,
                ClickedAt = now,
                OrderedAt = now,
                ReturnedAt = null,
                StayFrom = DateOnly.FromDateTime(now).AddDays(20 + number),
                StayTo = DateOnly.FromDateTime(now).AddDays(22 + number),
            },
            CancellationToken.None);
    }

    private async Task BuyAsync(SandboxPartner partner, ConnectionContext connection, int number)
    {
        var search = (IProductSearch)NewConnector(connection.Partner.Value);
        var offers = (await search.SearchAsync(connection, new("lamp", 1, 100), CancellationToken.None)).Value.Offers;
        var catalog = _host.Services.GetRequiredService<SandboxCatalog>();
        string IdOf(PartnerOffer offer) => offer.ExternalId.Split(':')[^1];
        var offer = offers.Where(offer => catalog.Listing(catalog.Find(partner, IdOf(offer))!, partner).Stock != SandboxStock.SoldOut).ElementAt(number);
        Assert.True((await Orders.PlaceAsync(
            new NewOrder
            {
                Partner = partner,
                ProductId = IdOf(offer),
                Quantity = number,
                Tag = partner == SandboxPartner.Amazon ? "someone-20" : connection["publisherId"],
                SubId = $"sub-{number}",
                ClickId = $"click-{number}",
                CampaignId = partner == SandboxPartner.Rakuten ? offer.MerchantId! : connection["campaignId"],
                AdId = connection["adId"],
            },
            CancellationToken.None)).Succeeded);
    }
}
