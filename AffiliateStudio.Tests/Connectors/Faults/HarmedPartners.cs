using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Sandbox;
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
        foreach (var partner in new[] { SandboxPartner.Amazon, SandboxPartner.Walmart, SandboxPartner.Target })
        {
            var connection = await OpenAsync(partner.ToString().ToLowerInvariant());
            for (var order = 1; order <= 4; order++)
            {
                await BuyAsync(partner, connection, order);
            }
        }

        _host.Clock.Shift += TimeSpan.FromDays(2);
        foreach (var partner in Enum.GetValues<SandboxPartner>())
        {
            if ((await Orders.AllOfAsync(partner, CancellationToken.None)) is [var first, ..])
            {
                Assert.True((await Orders.ReturnAsync(first.Id, CancellationToken.None)).Succeeded);
            }
        }

        _host.Clock.Shift += TimeSpan.FromDays(33);
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

    private async Task BuyAsync(SandboxPartner partner, ConnectionContext connection, int number)
    {
        var search = (IProductSearch)NewConnector(connection.Partner.Value);
        var offers = (await search.SearchAsync(connection, new("lamp", 1, 25, InStockOnly: true), CancellationToken.None)).Value.Offers;
        Assert.True((await Orders.PlaceAsync(
            new NewOrder
            {
                Partner = partner,
                ProductId = offers[number].ExternalId,
                Quantity = number,
                Tag = partner == SandboxPartner.Amazon ? "someone-20" : connection["publisherId"],
                SubId = $"sub-{number}",
                ClickId = $"click-{number}",
                CampaignId = connection["campaignId"],
                AdId = connection["adId"],
            },
            CancellationToken.None)).Succeeded);
    }
}
