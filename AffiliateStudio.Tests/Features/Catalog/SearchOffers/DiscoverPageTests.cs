using System.Globalization;
using System.Security.Claims;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Search = AffiliateStudio.Features.Catalog.SearchOffers.SearchOffers;

namespace AffiliateStudio.Tests.Features.Catalog.SearchOffers;

public sealed class DiscoverPageTests : BunitContext, IAsyncLifetime
{
    private readonly Mock<IOfferPinning> _pinning = new();
    private readonly AddressBar _address = new();
    private CatalogRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        _rig = await CatalogRig.CreateAsync(DatabaseProvider.Sqlite);
        JSInterop.Mode = JSRuntimeMode.Loose;
        AddAuthorization().SetAuthorized("creator").SetRoles(Roles.Creator).SetClaims(new Claim(ClaimTypes.NameIdentifier, "00000000-0000-0000-0000-000000000001"));
        Services.AddSingleton<TimeProvider>(_rig.Clock);
        Services.AddScoped<ViewerTime>();
        Services.AddScoped<BrowserHistory>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<SearchMemory>();
        Services.AddSingleton(_rig.Get<Search>());
        Services.AddSingleton(_rig.Get<PastedUrls>());
        Services.AddSingleton(_rig.Get<PartnerDirectory>());
        Services.AddSingleton(_rig.Get<IMerchantBook>());
        Services.AddSingleton(_pinning.Object);
        Services.AddSingleton<NavigationManager>(_address);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _rig.DisposeAsync();
    }

    [Fact]
    public void NoSearch_ShowsIdeasAsLinks()
    {
        var page = Open("/discover");

        Assert.Contains("/discover?q=desk%20lamp", page.Find("ul[aria-label='Example searches'] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Search products", page.Find("input[type=search]").GetAttribute("aria-label"));
    }

    [Fact]
    public void AddressWithSearch_ShowsCardsOfBothPartners_AndPins()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp one"));
        _rig.Walmart.Answers(_rig.Walmart.Offer("W1", "Lamp two"));

        var page = Open("/discover?q=lamp");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("article").Count));
        page.FindAll("article button").First(button => button.TextContent == "Pin to video").Click();
        _pinning.Verify(pinning => pinning.OpenAsync(It.IsAny<OfferId>()), Times.Once);
    }

    [Fact]
    public void PartnerPending_ShowsSkeletonsThenCards()
    {
        var answer = new TaskCompletionSource<PartnerResult<ProductSearchAnswer>>();
        _rig.Amazon.OnSearch = (_, _) => answer.Task;

        var page = Open("/discover?q=lamp");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("section.results").GetAttribute("aria-busy")));
        Assert.NotEmpty(page.FindAll(".skeleton"));
        answer.SetResult(new ProductSearchAnswer([_rig.Amazon.Offer("A1", "Lamp")], 1, false, []));

        page.WaitForAssertion(() => Assert.Equal(("false", 1), (page.Find("section.results").GetAttribute("aria-busy"), page.FindAll("article").Count)));
        Assert.Empty(page.FindAll(".skeleton"));
    }

    [Fact]
    public void PartnerFailed_IsOneQuietLineBesideTheOthersCards()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp"));
        _rig.Walmart.Fails(PartnerFailureKind.Unavailable);

        var page = Open("/discover?q=lamp");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article")));
        Assert.Equal("Walmart is not answering since 12:00 UTC; showing what we know.", string.Join(' ', page.Find(".quiet-line").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ;", ";", StringComparison.Ordinal));
    }

    [Fact]
    public void PartnerThatRefusesTheRequest_IsNotCalledSilent()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp"));
        _rig.Walmart.Fails(PartnerFailureKind.InvalidRequest);

        var page = Open("/discover?q=lamp");

        page.WaitForAssertion(() => Assert.Contains("Walmart cannot search for this", page.Find(".quiet-line").TextContent, StringComparison.Ordinal));
        Assert.Null(_rig.Get<PartnerCalls>().FailingSince(PartnerKey.Walmart));
    }

    [Fact]
    public void NoPartnerAnswers_AndNothingIsKnown_SaysSoAndTriesAgain()
    {
        _rig.Amazon.Fails(PartnerFailureKind.Unavailable);
        _rig.Walmart.Fails(PartnerFailureKind.TimedOut);
        var page = Open("/discover?q=lamp");
        page.WaitForAssertion(() => Assert.Equal("Amazon and Walmart do not answer", page.Find(".empty-state h2").TextContent));

        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp"));
        page.Find(".empty-state button").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article")));
    }

    [Fact]
    public void ChosenPartner_WithoutOffers_StaysChosen()
    {
        var page = Open("/discover?q=lamp&partner=walmart");

        page.WaitForAssertion(() => Assert.Equal("false", page.Find("section.results").GetAttribute("aria-busy")));
        Assert.Equal("Walmart 0", page.Find("input[name=partner][checked]").ParentElement!.TextContent);
    }

    [Fact]
    public void PriceFilter_TheWrongWayRound_IsPutInOrder()
    {
        var page = Open("/discover?q=lamp");
        page.WaitForAssertion(() => Assert.Equal("false", page.Find("section.results").GetAttribute("aria-busy")));

        page.Find("input[aria-label='Lowest price']").Change("20");
        page.Find("input[aria-label='Highest price']").Change("10");
        page.Find(".filters-panel").Submit();

        Assert.EndsWith("min=10&max=20", _address.Uri, StringComparison.Ordinal);
        Assert.Equal("10", page.Find("input[aria-label='Lowest price']").GetAttribute("value"));
    }

    [Fact]
    public void NothingFound_SaysWhatToDo()
    {
        var page = Open("/discover?q=zzz");

        page.WaitForAssertion(() => Assert.Equal("Nothing found for “zzz”", page.Find(".empty-state h2").TextContent));
    }

    [Fact]
    public void Enter_ChangesTheAddressAndSearches()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp"));
        var page = Open("/discover");

        page.Find("input[type=search]").Input("lamp ");
        page.Find("form[role=search]").Submit();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article")));
        Assert.EndsWith("/discover?q=lamp", _address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void TypedOn_WhileTheAddressIsUnderway_KeepsEveryLetter()
    {
        var page = Open("/discover");
        _address.IsSlow = true;

        page.Find("input[type=search]").Input("head");
        page.Find("form[role=search]").Submit();
        page.Find("input[type=search]").Input("headphones");
        page.InvokeAsync(_address.Arrive);
        page.Find("form[role=search]").Submit();
        page.InvokeAsync(_address.Arrive);

        Assert.EndsWith("/discover?q=headphones", _address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void TenThousandCharacters_AreRefusedWithoutLeavingThePage()
    {
        var page = Open("/discover");

        page.Find("input[type=search]").Input(new string('x', 10_000));
        page.Find("form[role=search]").Submit();

        Assert.Contains("Shorten your search to 200 characters", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/discover", _address.Uri, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Amazon.Searches);
    }

    [Fact]
    public void Sort_GoesIntoTheAddress()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp dear", 9000), _rig.Amazon.Offer("A2", "Lamp cheap", 100));
        var page = Open("/discover?q=lamp");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("article").Count));

        page.Find(".results-sort select").Change(nameof(OfferSort.PriceAscending));

        page.WaitForAssertion(() => Assert.Equal("Lamp cheap", page.Find("article h3").TextContent));
        Assert.EndsWith("sort=price", _address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void BackFromAnOffer_TheList_IsThereWithoutASearch()
    {
        _rig.Amazon.Answers(_rig.Amazon.Offer("A1", "Lamp"));
        var first = Open("/discover?q=lamp");
        first.WaitForAssertion(() => Assert.Equal("false", first.Find("section.results").GetAttribute("aria-busy")));
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        _rig.Amazon.OnSearch = (_, _) => throw new InvalidOperationException("nobody is asked again");

        var second = Render<DiscoverPage>();

        Assert.Single(second.FindAll("article"));
    }

    [Fact]
    public void PastedAddress_Unknown_AsksWhatItIs_ThenShowsTheCard()
    {
        var page = Open("/discover?q=" + Uri.EscapeDataString("https://walmart.test/p/W9?ref=x"));
        page.WaitForElement("#pasted-title");

        page.Find("#pasted-title").Change("My Lamp");
        page.Find("#pasted-picture").Change("http://x.test/a.jpg");
        page.Find(".pasted form").Submit();
        page.WaitForAssertion(() => Assert.Contains("https://", page.Find("#pasted-picture-error").TextContent, StringComparison.Ordinal));
        page.Find("#pasted-picture").Change("https://x.test/a.jpg");
        page.Find(".pasted form").Submit();

        page.WaitForAssertion(() => Assert.Equal("My Lamp", page.Find("article h3").TextContent));
    }

    [Fact]
    public void ShortLink_Pasted_SaysWhatToPasteInstead()
    {
        var page = Open("/discover?q=" + Uri.EscapeDataString("https://amzn.to/3abc"));

        page.WaitForAssertion(() => Assert.Contains("copy the full address", page.Find(".notice--error").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<DiscoverPage> Open(string address)
    {
        _address.NavigateTo(address);
        return Render<DiscoverPage>();
    }

    // A browser reports its new address a round trip after it was asked to go there.
    private sealed class AddressBar : NavigationManager
    {
        private string _next = "http://localhost/";

        public AddressBar() => Initialize(_next, _next);

        public bool IsSlow { get; set; }

        public void Arrive()
        {
            Uri = _next;
            NotifyLocationChanged(isInterceptedLink: false);
        }

        protected override void NavigateToCore(string uri, NavigationOptions options)
        {
            _next = ToAbsoluteUri(uri).AbsoluteUri;
            if (!IsSlow)
            {
                Arrive();
            }
        }
    }
}
