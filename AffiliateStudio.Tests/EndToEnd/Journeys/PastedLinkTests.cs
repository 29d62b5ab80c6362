using System.Net;
using System.Text.RegularExpressions;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SyncMerchants;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>
/// Addresses of real shops, as they are found in the wild, from the search box to the published link. Nothing leaves this machine: an address is taken apart and never opened,
/// and where the short link leads to is read and not followed.
/// </summary>
[Collection(SharedStudio.Name)]
public sealed partial class PastedLinkTests(Studio studio, PastedLinkTests.Tagged tagged) : IClassFixture<PastedLinkTests.Tagged>
{
    private const string Caption = "Found it elsewhere";

    [Theory]
    [InlineData(
        "Amazon",
        "Look what I found: https://www.amazon.co.uk/-/en/Copper-Stove-Kettle/dp/B0JRNY0001/ref=sr_1_3?tag=stranger-21&linkCode=ll1&ascsubtag=stranger&th=1",
        "https://www.amazon.co.uk/dp/B0JRNY0001",
        "Copper Stove Kettle",
        "https://www.amazon.co.uk/dp/B0JRNY0001?tag=journey-21&ascsubtag=SUBID")]
    [InlineData(
        "Walmart",
        "https://goto.walmart.com/c/1stranger/568844/9383?veh=aff&sourceid=imp_stranger&subId1=stranger&u=https%3A%2F%2Fwww.walmart.com%2Fip%2FCopper-Stove-Kettle%2F987654321%3Fwmlspartner%3Dimp_stranger",
        "https://www.walmart.com/ip/987654321",
        "Copper Stove Kettle",
        "https://goto.walmart.com/c/7654321/568844/9383?veh=aff&prodsku=987654321&u=https%3A%2F%2Fwww.walmart.com%2Fip%2F987654321&subId1=SUBID")]
    [InlineData(
        "Target",
        "https://goto.target.com/c/99stranger/81938/2092?subId1=stranger&sharedid=stranger&u=https%3A%2F%2Fwww.target.com%2Fp%2Fcopper-stove-kettle%2F-%2FA-87654321%3Fpreselect%3D87654399%26afid%3Dstranger",
        "https://www.target.com/p/copper-stove-kettle/-/A-87654399",
        "copper stove kettle",
        "https://goto.target.com/c/7654321/4455667/2092?prodsku=87654399&u=https%3A%2F%2Fwww.target.com%2Fp%2Fcopper-stove-kettle%2F-%2FA-87654399&subId1=SUBID")]
    [InlineData(
        "Rakuten",
        "https://click.linksynergy.com/deeplink?id=StrangerStr&mid=54321&u1=stranger&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcopper-stove-kettle%3FranSiteID%3Dstranger%26utm_source%3Dstranger%26color%3Dred",
        "https://www.fernway.example/p/copper-stove-kettle?color=red",
        "copper stove kettle",
        "https://click.linksynergy.com/deeplink?id=AbCdEf12345&mid=54321&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcopper-stove-kettle%3Fcolor%3Dred&u1=SUBID")]
    [InlineData(
        "Expedia",
        "https://prf.hn/click/camref:1011lSTRANGER/pubref:stranger/destination:https%3A%2F%2Fwww.expedia.co.uk%2FPorto-Hotels-Casa-Ribeira.h9900123.Hotel-Information%3Fclickref%3Dstranger%26affcid%3Dstranger",
        "https://www.expedia.com/Hotel.h9900123.Hotel-Information",
        "Casa Ribeira",
        "https://prf.hn/click/camref:1011lMINE/pubref:SUBID/destination:https%3A%2F%2Fwww.expedia.com%2FHotel.h9900123.Hotel-Information")]
    public async Task PastedAddress_OfAnyForm_IsPublishedWithTheCreatorsTagAlone(string partner, string pasted, string page, string title, string link)
    {
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Address: tagged.Host.Address));
        await creator.SignInAsync("creator@studio.test");
        var caption = $"{Caption}, at {partner}";
        await creator.UploadAsync(caption);
        await creator.OpenAsync("/discover");
        await creator.Page.GetByLabel("Search products").FillAsync(pasted);
        await creator.Page.Keyboard.PressAsync("Enter");
        var product = creator.Page.GetByRole(AriaRole.Region, new() { Name = "Pasted product" });
        await Assertions.Expect(product).ToContainTextAsync($"Recognised: a product at {partner}, {page}.");
        await Assertions.Expect(product.GetByLabel("Title")).ToHaveValueAsync(new Regex(Regex.Escape(title)));
        Assert.DoesNotContain("stranger", await product.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await product.GetByRole(AriaRole.Button, new() { Name = "Save product" }).ClickAsync();
        await product.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByText("This link will not earn")).ToHaveCountAsync(0);
        await dialog.PublishAsync(caption, "Found it elsewhere, pinned it here.");

        Assert.Equal(link, await WhereToAsync((await dialog.LiveLinkAsync()).Go));
    }

    [Fact]
    public async Task AddressPastedIntoThePinDialog_OfAVideo_IsPublishedThere()
    {
        const string Video = "The video came first";
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Address: tagged.Host.Address));
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync(Video);
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = Video }).First.ClickAsync();
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Pin a product" }).First.ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Product", new() { Exact = true }).FillAsync("https://m.walmart.com/ip/Enamel-Camp-Mug/876543210?wmlspartner=imp_stranger");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Find product" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("This is a product at Walmart.");
        await Assertions.Expect(dialog.GetByLabel("Title")).ToHaveValueAsync("Enamel Camp Mug");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save product" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish pin" }).ClickAsync();

        Assert.Equal(
            "https://goto.walmart.com/c/7654321/568844/9383?veh=aff&prodsku=876543210&u=https%3A%2F%2Fwww.walmart.com%2Fip%2F876543210&subId1=SUBID",
            await WhereToAsync((await dialog.LiveLinkAsync()).Go));
    }

    [Fact]
    public async Task AddressOfAnotherShop_Pasted_IsAnsweredWithTheShopsThatWork()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.OpenAsync("/discover");

        await creator.Page.GetByLabel("Search products").FillAsync("https://www.somewhere-else.example/kettles/1");
        await creator.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(creator.Page.Locator("#search-error")).ToContainTextAsync("Product addresses of Amazon, Expedia, Rakuten, Target and Walmart work");
    }

    // The 302 as it stands, with the sub-id of the click made nameless.
    private async Task<string> WhereToAsync(string shortLink)
    {
        using var client = tagged.Host.NewClient();
        using var answer = await client.GetAsync(new Uri(new Uri(shortLink).AbsolutePath, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return SubId().Replace(answer.Headers.GetValues("Location").Single(), "SUBID");
    }

    [GeneratedRegex("(?<=(?:subId1=|ascsubtag=|u1=|pubref:))[A-Za-z0-9_-]{9,64}")]
    private static partial Regex SubId();

    /// <summary>A product whose demo creator has an own tag with each partner, so that links to the real shops earn.</summary>
    public sealed class Tagged : IAsyncLifetime
    {
        private static readonly (PartnerKey Partner, string Tag)[] Tags =
        [
            (PartnerKey.Amazon, "journey-21"), (PartnerKey.Walmart, "7654321"), (PartnerKey.Target, "7654321"), (PartnerKey.Rakuten, "AbCdEf12345"), (PartnerKey.Expedia, "1011lMINE"),
        ];

        private StudioHost? _host;

        /// <summary>The product.</summary>
        public StudioHost Host => _host ?? throw new InvalidOperationException("The product has not started.");

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            _host = new StudioHost();
            await using var db = await Host.Databases.CreateDbContextAsync();
            var creator = await db.Set<Creator>().SingleAsync(creator => creator.Handle == "demo");
            db.AddRange(Tags.Select(tag => new CreatorTag { CreatorId = creator.Id, Partner = tag.Partner, Value = tag.Tag, UpdatedAt = Host.Clock.UtcNow() }));
            await db.SaveChangesAsync();

            // Target's links hold the number of an ad, which only a connection knows. This one has no account at impact.com and so asks nobody anything.
            await Host.Services.GetRequiredService<ConnectionDirectory>().SaveSettingsAsync(
                PartnerKey.Target, ConnectionKind.Live, new Dictionary<string, string> { ["adId"] = "4455667" }, CancellationToken.None);
            await Host.Services.GetRequiredService<SyncMerchants>().RunAsync(PartnerKey.Rakuten, CancellationToken.None);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            if (_host is not null)
            {
                await _host.DisposeAsync();
            }
        }
    }
}
