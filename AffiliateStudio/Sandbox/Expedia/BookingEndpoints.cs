using System.Globalization;
using System.Text.RegularExpressions;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.Travel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>Expedia's pages: where Partnerize's links land, and where stays and activities are booked.</summary>
internal static partial class BookingEndpoints
{
    private const string Destination = "/destination:";

    public static void Map(RouteGroupBuilder shop)
    {
        shop.MapGet("", (HttpContext context) => Start(context));
        shop.MapGet("/s", (HttpContext context) => Start(context));
        shop.MapGet("/Hotel.h{id:int}.Hotel-Information", Hotel);
        shop.MapGet("/things-to-do/{slug}.a{id:int}.activity-details", (string slug, int id, HttpContext context, TimeProvider clock) => Activity(id, context, clock));
        shop.MapGet("/click/{**rest}", Click);
        shop.MapPost("/buy", BuyAsync);
        shop.MapGet("/thanks/{number}", ThanksAsync);
    }

    private static RazorComponentResult Hotel(int id, HttpContext context, TimeProvider clock)
    {
        var query = context.Request.Query;
        var party = Party().Match(query["rm1"].ToString());
        var guests = party.Success ? int.Parse(party.Groups[1].Value, CultureInfo.InvariantCulture) : 2;
        return TravelWorld.Instance.Hotels.TryGetValue(id, out var hotel)
            ? Page(Booking.Of(hotel, BookingForm.Day(query["chkin"]), BookingForm.Day(query["chkout"]), guests, clock.UtcToday()), query["clickref"].ToString(), null)
            : Missing();
    }

    private static RazorComponentResult Activity(int id, HttpContext context, TimeProvider clock)
    {
        var query = context.Request.Query;
        return TravelWorld.Instance.Activities.TryGetValue(id, out var activity)
            ? Page(Booking.Of(activity, BookingForm.Day(query["startDate"]), 1, clock.UtcToday()), query["clickref"].ToString(), null)
            : Missing();
    }

    private static RazorComponentResult<PlacePage> Start(HttpContext context)
    {
        var words = context.Request.Query["k"].ToString();
        var places = PlaceFinder.Find(words);
        return new RazorComponentResult<PlacePage>(new
        {
            Words = words,
            Places = places.Count > 0 ? places : words.Length > 0 ? [] : [.. TravelWorld.Instance.Places.Where(place => place.NightCents >= 15_000)],
        });
    }

    // Partnerize's redirect: counts as the click, and lands on a page of the shop and nowhere else.
    private static IResult Click(HttpContext context, SandboxCredentials account)
    {
        // The path as it was sent: its parts hold slashes and a query of their own, encoded or not.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var at = target.IndexOf(Destination, StringComparison.OrdinalIgnoreCase);
        var parts = (at < 0 ? target : target[..at]).Split('/').Select(Uri.UnescapeDataString).ToList();
        var camref = Part(parts, "camref");
        var place = at < 0 ? string.Empty : target[(at + Destination.Length)..];
        if (!Camref().IsMatch(camref) || PageOf(place.Contains("://", StringComparison.Ordinal) ? place : Uri.UnescapeDataString(place)) is not { } page)
        {
            return Results.Text("The link is malformed, or leads to no page of this campaign.", "text/plain", statusCode: StatusCodes.Status404NotFound);
        }

        var click = BookingClick.Ref(camref, Part(parts, "pubref"));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + QueryString.Create(new List<KeyValuePair<string, string?>>
        {
            new("clickref", click),
            new("affcid", $"US.DIRECT.PHG.{account.PartnerizePublisherId}.{account.PartnerizeCampaignId}"),
            new("ref_id", click),
            new("my_ad", $"AFF.US.DIRECT.PHG.{account.PartnerizePublisherId}.{account.PartnerizeCampaignId}"),
            new("afflid", click),
            new("affdtl", $"PHG.{click}.x"),
        }).Value![1..]);
    }

    private static string Part(List<string> parts, string name) => parts.Find(part => part.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } found ? found[(name.Length + 1)..] : string.Empty;

    private static string? PageOf(string destination) =>
        Uri.TryCreate(new Uri("http://shop.invalid"), destination, out var page) && page.Scheme is "http" or "https"
        && page.AbsolutePath.StartsWith(BookingPaths.Shop + "/", StringComparison.Ordinal) && !page.AbsolutePath.Contains("//", StringComparison.Ordinal)
            ? page.PathAndQuery
            : null;

    private static async Task<IResult> BuyAsync(HttpContext context, [FromForm] BookingForm form, OrderBook orders, TimeProvider clock)
    {
        var number = form.Product.Length > 1 && int.TryParse(form.Product.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var today = clock.UtcToday();
        var booking = form.Product.StartsWith('h') && TravelWorld.Instance.Hotels.TryGetValue(number, out var hotel) ? Booking.Of(hotel, BookingForm.Day(form.From), BookingForm.Day(form.To), form.Guests, today)
            : form.Product.StartsWith('a') && TravelWorld.Instance.Activities.TryGetValue(number, out var activity) ? Booking.Of(activity, BookingForm.Day(form.From), form.Guests, today)
            : null;
        if (booking is null)
        {
            return Missing();
        }

        if (booking.Problem is { } problem)
        {
            return Page(booking, form.ClickRef ?? string.Empty, problem);
        }

        var order = await orders.AddAsync(Order(booking, BookingClick.Read(form.ClickRef ?? string.Empty, clock), clock.UtcNow()), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{BookingPaths.Shop}/thanks/{order.Number}";
        return Results.Empty;
    }

    private static SandboxOrder Order(Booking booking, ShopClick click, DateTime now) => new()
    {
        Id = 0,
        Number = SandboxShops.Of(SandboxPartner.Expedia).NewOrderNumber(),
        Partner = SandboxPartner.Expedia,
        ProductId = booking.Id,
        Title = booking.Title,
        Category = booking.Hotel is null ? "Activity" : "Hotel",
        Seller = "Expedia",
        Quantity = 1,
        UnitPrice = new Money(booking.TotalCents, Currency.Usd),
        Rate = ExpediaShop.Commission,
        Tag = click.Tag,
        SubId = click.SubId,
        SubId2 = string.Empty,
        SubId3 = string.Empty,
        SharedId = string.Empty,
        ClickId = click.ClickId,
        CampaignId = string.Empty,
        AdId = string.Empty,
        ClickedAt = now,
        OrderedAt = now,
        StayFrom = booking.From,
        StayTo = booking.To,
        ReturnedAt = null,
    };

    private static async Task<RazorComponentResult> ThanksAsync(string number, OrderBook orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(number, cancellationToken) is { Partner: SandboxPartner.Expedia } order ? new RazorComponentResult<BookedPage>(new { Order = order }) : Missing();

    private static RazorComponentResult<BookingPage> Page(Booking booking, string clickRef, string? problem) => new(new { Booking = booking, ClickRef = clickRef })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
    };

    private static RazorComponentResult<MissingPage> Missing() => new(new { Partner = SandboxPartner.Expedia }) { StatusCode = StatusCodes.Status404NotFound };

    [GeneratedRegex("^a([0-9]{1,2})(?:[:,]|\\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Party();

    [GeneratedRegex("^[0-9][0-9A-Za-z]{3,31}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Camref();
}
