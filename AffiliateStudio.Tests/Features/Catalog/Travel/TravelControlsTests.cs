using System.Globalization;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Catalog.Travel;

public sealed class TravelControlsTests : BunitContext
{
    public TravelControlsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<ViewerTime>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Form_FilledIn_AsksForThatSearch()
    {
        SearchQuery? asked = null;
        var form = Form(new SearchQuery { Travel = TravelKind.Stays }, query => asked = query);

        form.Find("#travel-place").Input("  Porto ");
        form.Find("#travel-in").Change("2026-02-10");
        form.Find("#travel-out").Change("2026-02-12");
        form.Find("#travel-guests").Change("3");
        form.Find("form").Submit();

        Assert.Equal(new SearchQuery { Travel = TravelKind.Stays, Place = "Porto", CheckIn = new DateOnly(2026, 2, 10), CheckOut = new DateOnly(2026, 2, 12), Guests = 3 }, asked);
    }

    [Fact]
    public void Form_WithoutAPlace_SaysWhatIsMissing()
    {
        SearchQuery? asked = null;
        var form = Form(new SearchQuery { Travel = TravelKind.Stays }, query => asked = query);

        form.Find("form").Submit();

        Assert.Null(asked);
        Assert.Equal("true", form.Find("#travel-place").GetAttribute("aria-invalid"));
        Assert.Contains("Say where", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherPlace_ForgetsTheChosenOne()
    {
        SearchQuery? asked = null;
        var form = Form(new SearchQuery { Travel = TravelKind.Stays, Place = "Portland, Maine", PlaceId = "2" }, query => asked = query);

        form.Find("form").Submit();
        Assert.Equal("2", asked!.PlaceId);
        form.Find("#travel-place").Input("Lisbon");
        form.Find("form").Submit();

        Assert.Equal(("Lisbon", string.Empty), (asked.Place, asked.PlaceId));
    }

    [Fact]
    public void ThingsToDo_AskForNoGuests()
    {
        var form = Form(new SearchQuery { Travel = TravelKind.Stays }, _ => { });

        form.FindAll("input[type=radio]")[1].Change("activities");

        Assert.Empty(form.FindAll("#travel-guests"));
        Assert.Contains("From", form.Find("label[for=travel-in]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_LeadToTheSearchInThatPlace()
    {
        var list = Render<PlaceChoices>(parameters => parameters
            .Add(choices => choices.Criteria, new TravelCriteria(TravelKind.Stays, "Portland", null, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 12), 2))
            .Add(choices => choices.Choices, [new PlaceChoice("7", "Portland, Maine", "United States")]));

        var link = list.Find("a");
        Assert.Equal("Portland, Maine, United States", link.TextContent.Trim());
        Assert.Equal("/discover?travel=stays&place=Portland%2C%20Maine&placeId=7&in=2026-02-10&out=2026-02-12", link.GetAttribute("href"));
    }

    [Fact]
    public void Hint_LeadsToTravel()
    {
        var hint = Render<TravelHints>(parameters => parameters.Add(hints => hints.Travel, new TravelCriteria(TravelKind.Stays, "Porto", null, null, null, 2)));

        Assert.Equal("Search travel for Porto", hint.Find("a").TextContent);
        Assert.Equal("/discover?travel=stays&place=Porto", hint.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Card_SaysDatesNightsAndBothPrices()
    {
        var card = Render<StayText>(parameters => parameters.Add(text => text.Offer, Stay()));

        Assert.Contains("10 Feb – 12 Feb 2026, 2 nights, 2 guests", card.Markup, StringComparison.Ordinal);
        Assert.Contains("$90.00 a night, $202.00 in total", card.Markup, StringComparison.Ordinal);
        Assert.Contains("Dates are over", Render<StayText>(parameters => parameters.Add(text => text.Offer, Stay() with { IsOver = true })).Markup, StringComparison.Ordinal);
    }

    private static OfferSummary Stay() => CatalogSamples.Summary(1, PartnerKey.Expedia, 20_200, category: "Travel/Hotels") with
    {
        IsTravel = true, Stay = new StayQuote(new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 12), 2, new Money(9_000, Currency.Usd)),
    };

    private IRenderedComponent<TravelForm> Form(SearchQuery query, Action<SearchQuery> asked) =>
        Render<TravelForm>(parameters => parameters.Add(form => form.Query, query).Add(form => form.OnSearch, EventCallback.Factory.Create(this, asked)));
}
