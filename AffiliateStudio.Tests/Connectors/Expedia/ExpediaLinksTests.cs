using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.Expedia;

public sealed class ExpediaLinksTests
{
    private const string Page = "https://www.expedia.com/Hotel.h9900123.Hotel-Information";

    private static readonly DateOnly Today = new(2027, 1, 15);

    [Theory]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.com/Porto-Hotels-Casa-Ribeira-Demo.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.com/Porto-Hotels-Casa-Ribeira-Demo.h9900123.Hotel-Information/")]
    [InlineData("expedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("http://expedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.co.uk/Porto-Hotels-Casa.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.de/Porto-Hotels-Casa.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.fr/Porto-Hotels-Casa.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.ca/en/Porto-Hotels-Casa.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.com.au/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.co.jp/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.com/Hotel-Search?selected=9900123&destination=Porto")]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information?affcid=US.DIRECT.PHG.1101l900.1011l777&clickref=1101lx&ref_id=1101lx&my_ad=AFF.US.DIRECT.PHG&afflid=1&affdtl=PHG.x.x&rffrid=1")]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information?price=88&top_dp=90&rateplanid=3#overview")]
    [InlineData("https://www.hotels.com/ho654321/casa-ribeira/?expediaPropertyId=9900123&rffrid=HCOM")]
    [InlineData("https://uk.hotels.com/ho654321/casa-ribeira/?expediaPropertyId=9900123")]
    [InlineData("https://www.hotels.com/Porto-Hotels-Casa.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1011lOTHER/pubref:theirs/destination:https%3A%2F%2Fwww.expedia.com%2FHotel.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1011lOTHER/destination:https://www.expedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1011lOTHER/pubref:a/ar:b/destination:https://www.expedia.com/Hotel.h9900123.Hotel-Information?affcid=x")]
    [InlineData("https://prf.hn/click/camref:1011lOTHER/creativeref:1011l5/destination:https%3A%2F%2Fwww.expedia.co.uk%2FHotel.h9900123.Hotel-Information%3Frm1%3Da2")]
    public void HotelPage_InAnyForm_IsRecognised(string url)
    {
        var product = ExpediaLinks.Recognize(url, Today);

        Assert.Equal(("h9900123", Page), (product?.ExternalId, product?.CleanUrl));
    }

    [Theory]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information?chkin=2027-02-10&chkout=2027-02-12&rm1=a3&price=9", "h9900123@2027-02-10/2027-02-12/3", Page + "?chkin=2027-02-10&chkout=2027-02-12&rm1=a3")]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information?chkin=2027-01-10&chkout=2027-01-12", "h9900123", Page)]
    [InlineData("https://www.expedia.co.uk/Hotel.h9900123.Hotel-Information?chkin=10/02/2027&chkout=12/02/2027", "h9900123", Page)]
    [InlineData("https://www.expedia.com/Hotel.h9900123.Hotel-Information?chkin=2027-02-12&chkout=2027-02-10", "h9900123", Page)]
    [InlineData("https://www.hotels.com/ho654321/casa-ribeira/", "c654321", "https://www.hotels.com/ho654321/")]
    [InlineData("https://www.hotels.com/ho654321/?chkin=2027-02-10&chkout=2027-02-12", "c654321@2027-02-10/2027-02-12/2", "https://www.hotels.com/ho654321/?chkin=2027-02-10&chkout=2027-02-12&rm1=a2")]
    [InlineData("https://www.expedia.com/things-to-do/space-needle-admission.a193678.activity-details?srp=true&location=sea", "a193678", "https://www.expedia.com/things-to-do/activity.a193678.activity-details")]
    [InlineData("https://www.expedia.com/lx/activity/193678/?langid=1033&startDate=02/10/2027&endDate=02/12/2027", "a193678@2027-02-10", "https://www.expedia.com/things-to-do/activity.a193678.activity-details?startDate=2027-02-10")]
    [InlineData("http://127.0.0.1:5080/sandbox/expedia/Hotel.h9000100.Hotel-Information?chkin=2027-02-10&chkout=2027-02-12&clickref=x", "h9000100@2027-02-10/2027-02-12/2", "/sandbox/expedia/Hotel.h9000100.Hotel-Information?chkin=2027-02-10&chkout=2027-02-12&rm1=a2")]
    public void DatesAndParty_AreKept_AndNothingElse(string url, string id, string page)
    {
        var product = ExpediaLinks.Recognize(url, Today);

        Assert.Equal((id, page), (product?.ExternalId, product?.CleanUrl));
        Assert.Equal(id, StayId.Parse(id)?.ToString());
    }

    [Theory]
    [MemberData(nameof(HostileUrls.ForAnyShop), MemberType = typeof(HostileUrls))]
    [InlineData("https://notexpedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.\u0435xpedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://www.expedia.com/")]
    [InlineData("https://www.expedia.com/Hotel.h0.Hotel-Information")]
    [InlineData("https://www.expedia.com/Flights-Search?trip=oneway")]
    [InlineData("https://www.expedia.com/Hotel-Search?destination=Porto")]
    [InlineData("https://expedia.com/affiliate/AbC12dE")]
    [InlineData("https://prf.hn/l/Ab1Cd2E")]
    [InlineData("https://prf.hn/click/camref:1011lX")]
    [InlineData("https://prf.hn/click/camref:1011lX/destination:")]
    [InlineData("https://prf.hn/click/camref:1011lX/destination:https://evil.example/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1011lX/destination:https%3A%2F%2Fwww.expedia.com%40evil.example%2FHotel.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1011lX/destination:http%3A%2F%2F127.0.0.1%2Fsandbox%2Fexpedia%2FHotel.h9000100.Hotel-Information")]
    [InlineData("https://prf.hn/click/camref:1/destination:https%3A%2F%2Fprf.hn%2Fclick%2Fcamref%3A1%2Fdestination%3Ahttps%253A%252F%252Fwww.expedia.com%252FHotel.h9900123.Hotel-Information")]
    [InlineData("https://prf.hn.evil.example/click/camref:1/destination:https://www.expedia.com/Hotel.h9900123.Hotel-Information")]
    [InlineData("https://evil.example/sandbox/expedia/Hotel.h9000100.Hotel-Information")]
    public void AnythingElse_IsNotAProduct(string url) => Assert.Null(ExpediaLinks.Recognize(url, Today));

    [Theory]
    [InlineData("https://expedia.com/affiliate/AbC12dE", true)]
    [InlineData("https://www.hotels.com/affiliate/AbC12dE", true)]
    [InlineData("https://prf.hn/l/Ab1Cd2E", true)]
    [InlineData("https://prf.hn/click/camref:1011lX/destination:https://evil.example/", false)]
    [InlineData("https://www.expedia.com/Hotel.h1.Hotel-Information", false)]
    [InlineData("https://evil.example/affiliate/AbC12dE", false)]
    public void ShortLink_IsKnownAsOne(string url, bool isShort) => Assert.Equal(isShort, ExpediaLinks.IsShortLink(new Uri(url)));

    [Fact]
    public void Link_CarriesCamrefSlotAndPage()
    {
        var link = ExpediaLinks.Build(new ProductReference("h9900123", Page + "?chkin=2027-02-10&chkout=2027-02-12&rm1=a2"), "1011lMINE");

        Assert.Equal(
            "https://prf.hn/click/camref:1011lMINE/pubref:studio-sub-id-here/destination:https%3A%2F%2Fwww.expedia.com%2FHotel.h9900123.Hotel-Information%3Fchkin%3D2027-02-10%26chkout%3D2027-02-12%26rm1%3Da2",
            link.Url);
        Assert.Equal(string.Empty, link.SubIdParameter);
        Assert.Equal("h9900123@2027-02-10/2027-02-12/2", ExpediaLinks.Recognize(link.Url, Today)?.ExternalId);
    }

    [Fact]
    public void Link_WithoutACamref_LeadsToThePage() => Assert.Equal(Page, ExpediaLinks.Build(new ProductReference("h9900123", Page), string.Empty).Url);

    [Theory]
    [InlineData("1011lXyZ", true)]
    [InlineData("1101l3Bc5", true)]
    [InlineData("lXyZ", false)]
    [InlineData("1011l/x", false)]
    [InlineData("", false)]
    public void Camref_HasAForm(string tag, bool isOne) => Assert.Equal(isOne, ExpediaLinks.CheckTag(tag) is null);

    [Theory]
    [InlineData("hotel in Porto", TravelKind.Stays, "Porto")]
    [InlineData("hotels Lisbon", TravelKind.Stays, "Lisbon")]
    [InlineData("Lisbon hotels", TravelKind.Stays, "Lisbon")]
    [InlineData("Things to do in Lisbon", TravelKind.Activities, "Lisbon")]
    [InlineData("tours in Val d'Isère", TravelKind.Activities, "Val D'isere")]
    [InlineData("Porto", TravelKind.Stays, "Porto")]
    [InlineData("where to stay in New York", TravelKind.Stays, "New York")]
    public void Words_AboutTravel_AreRead(string words, TravelKind kind, string place)
    {
        var read = TravelWords.Read(words, Today);

        Assert.Equal((kind, place), (read!.Kind, read.Place));
    }

    [Theory]
    [InlineData("hotel towels")]
    [InlineData("paris perfume")]
    [InlineData("flights to Porto")]
    [InlineData("desk lamp")]
    [InlineData("tour de france jersey")]
    [InlineData("apartment decor")]
    [InlineData("")]
    public void Words_AboutThings_AreNot(string words) => Assert.Null(TravelWords.Read(words, Today));

    [Fact]
    public void Words_WithDatesAndPeople_AreReadWithThem()
    {
        var read = TravelWords.Read("hotel in Porto 2027-02-10 to 2027-02-12 for 3 people", Today);

        Assert.Equal(new TravelCriteria(TravelKind.Stays, "Porto", null, new DateOnly(2027, 2, 10), new DateOnly(2027, 2, 12), 3), read);
    }
}
