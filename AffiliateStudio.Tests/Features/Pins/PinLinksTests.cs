using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SaveCreatorTag;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PinLinksTests
{
    private const string AmazonPage = "https://www.amazon.com/dp/B000000001";
    private const string WalmartPage = "https://www.walmart.com/ip/42";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SandboxConnection_RealUrlAndNoOwnTag_LinkCarriesNoTagAndDoesNotEarn(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Sandbox);

        foreach (var (partner, page, house) in new[] { ("amazon", AmazonPage, "house"), ("walmart", WalmartPage, "9999999") })
        {
            var url = await rig.UrlAsync(partner, page);

            Assert.StartsWith(page, url, StringComparison.Ordinal);
            Assert.DoesNotContain(house, url, StringComparison.Ordinal);
            Assert.False(await rig.EarnsAsync(partner, page));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SandboxConnection_RealUrlAndOwnTag_LinkCarriesTheOwnTagAndEarns(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Sandbox);
        await rig.SaveTagAsync("amazon", "myname-20");
        await rig.SaveTagAsync("walmart", "7654321");

        Assert.Contains("?tag=myname-20", await rig.UrlAsync("amazon", AmazonPage), StringComparison.Ordinal);
        Assert.Contains("https://goto.walmart.com/c/7654321/", await rig.UrlAsync("walmart", WalmartPage), StringComparison.Ordinal);
        Assert.True(await rig.EarnsAsync("amazon", AmazonPage));
        Assert.True(await rig.EarnsAsync("walmart", WalmartPage));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SandboxConnection_SandboxProduct_EarnsWithTheHouseTag(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Sandbox);

        foreach (var (partner, page, expected) in new[] { ("amazon", "/sandbox/amazon/dp/B000000001", "tag=house-20"), ("walmart", "/sandbox/walmart/ip/Lamp/42", "/c/9999999/") })
        {
            Assert.Contains(expected, await rig.UrlAsync(partner, page), StringComparison.Ordinal);
            Assert.True(await rig.EarnsAsync(partner, page));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AmazonTagOfOneMarketplace_LinkToAnother_DoesNotEarn(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Live);
        await CheckAsync();

        await rig.SaveTagAsync("amazon", "myname-20");

        await CheckAsync();

        async Task CheckAsync()
        {
            Assert.True(await rig.EarnsAsync("amazon", AmazonPage));
            Assert.False(await rig.EarnsAsync("amazon", "https://www.amazon.co.uk/dp/B000000001"));
            Assert.False(await rig.EarnsAsync("amazon", "https://www.amazon.co.jp/dp/B000000001"));
        }
    }

    [Fact]
    public async Task AmazonTagOfAnotherMarketplace_LinkToThisOne_CarriesNoneAndSaysWhy()
    {
        await using var scene = await PinScene.CreateAsync(DatabaseProvider.Sqlite);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Sandbox);
        await rig.SaveTagAsync("amazon", "myname-21");

        Assert.DoesNotContain("myname-21", await rig.UrlAsync("amazon", "https://www.amazon.com/dp/B000000001"), StringComparison.Ordinal);
        Assert.Contains("myname-21 belongs to another of its shops", await rig.WhyNotEarningAsync("amazon", "https://www.amazon.com/dp/B000000001"), StringComparison.Ordinal);
        Assert.Contains("you have no tag with Walmart", await rig.WhyNotEarningAsync("walmart", "https://www.walmart.com/ip/42"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TargetTag_WithoutALiveConnection_HasNoPlaceInTheLinkAndSaysSo()
    {
        const string Page = "https://www.target.com/p/some-lamp/-/A-80000001";
        await using var scene = await PinScene.CreateAsync(DatabaseProvider.Sqlite);
        var rig = await Rig.CreateAsync(scene, ConnectionKind.Sandbox);
        await rig.SaveTagAsync("target", "7654321");

        Assert.DoesNotContain("7654321", await rig.UrlAsync("target", Page), StringComparison.Ordinal);
        Assert.Contains("links to www.target.com need the studio's own connection to Target", await rig.WhyNotEarningAsync("target", Page), StringComparison.Ordinal);
    }

    private sealed class Rig
    {
        private readonly PinScene _scene;
        private readonly PinLinks _links;
        private readonly SaveCreatorTag _save;

        private Rig(PinScene scene, ConnectionDirectory connections)
        {
            IPartnerConnector[] connectors =
            [
                ConnectorSetup.Amazon(new FakePartner(), scene.Clock), ConnectorSetup.Walmart(new FakePartner(), scene.Clock), ConnectorSetup.Target(new FakePartner(), scene.Clock),
            ];
            var policy = new LinkPolicy(new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Enabled", "true")]).Build(), Merchants.None);
            _scene = scene;
            _links = new PinLinks(connectors, connections, new CreatorTags(scene.Database, connections, connectors), policy);
            _save = new SaveCreatorTag(scene.Database, new HouseTags(connections, connectors), connectors, scene.Events, scene.Clock);
        }

        public static async Task<Rig> CreateAsync(PinScene scene, ConnectionKind kind)
        {
            var connections = PartnersScene.Connections(scene.Database, new EphemeralDataProtectionProvider(), scene.Clock);
            await connections.SaveSettingsAsync(PartnerKey.Amazon, kind, new Dictionary<string, string> { ["partnerTag"] = "house-20" }, Cancel);
            await connections.SaveSettingsAsync(PartnerKey.Walmart, kind, new Dictionary<string, string> { ["publisherId"] = "9999999" }, Cancel);
            return new Rig(scene, connections);
        }

        public async Task SaveTagAsync(string partner, string tag) =>
            Assert.True((await _save.RunAsync(new(_scene.Creator, new PartnerKey(partner), tag), Cancel)).Succeeded);

        public async Task<string> UrlAsync(string partner, string page)
        {
            var key = new PartnerKey(partner);
            var offer = new Offer { Partner = key, ExternalId = partner == "amazon" ? "B000000001" : "42", Title = "Lamp", Merchant = "Shop", ProductUrl = page };
            var link = await _links.BuildAsync(_scene.CreatorId, (await _scene.Partners.FindAsync(key, Cancel))!, offer, Cancel);
            Assert.Null(link.Error);
            return link.Value.Url;
        }

        public async Task<bool> EarnsAsync(string partner, string page) => await WhyNotEarningAsync(partner, page) is null;

        public async Task<string?> WhyNotEarningAsync(string partner, string page) =>
            await _links.WhyNotEarningAsync(_scene.CreatorId, (await _scene.Partners.FindAsync(new PartnerKey(partner), Cancel))!, new ProductReference("42", page), Cancel);
    }
}
