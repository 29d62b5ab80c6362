using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>The shops: where tracking links land, and where orders are made.</summary>
internal static class ShopEndpoints
{
    private static readonly string Stylesheet = EmbeddedText.Read("Shops.shop.css");

    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("/shop.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(Stylesheet, "text/css; charset=utf-8");
        });
        foreach (var shop in SandboxShops.All.Where(shop => shop.ProductRoutes.Count > 0))
        {
            Map(sandbox.MapGroup("/" + shop.Partner.PathName()), shop);
        }
    }

    private static void Map(RouteGroupBuilder group, ISandboxShop shop)
    {
        foreach (var route in shop.ProductRoutes)
        {
            group.MapGet(route, (HttpContext context, string id, SandboxCatalog catalog, TimeProvider clock) =>
                Product(catalog, shop.Partner, id, shop.ReadClick(context.Request.Query, clock), context.Request.QueryString.Value, null));
        }

        shop.MapLinks(group);
        group.MapGet("", (HttpContext context, SandboxCatalog catalog) => Search(context, catalog, shop.Partner));
        group.MapGet("/s", (HttpContext context, SandboxCatalog catalog) => Search(context, catalog, shop.Partner));
        group.MapPost("/buy", (HttpContext context, [FromForm] BuyForm form, OrderBook orders, SandboxCatalog catalog) => BuyAsync(context, form, orders, catalog, shop.Partner));
        group.MapGet("/thanks/{number}", (string number, OrderBook orders, CancellationToken cancellationToken) => ThanksAsync(number, orders, shop.Partner, cancellationToken));
    }

    private static RazorComponentResult Product(SandboxCatalog catalog, SandboxPartner partner, string id, ShopClick click, string? query, string? problem)
    {
        if (catalog.Find(partner, id) is not { } product)
        {
            return new RazorComponentResult<MissingPage>(new { Partner = partner }) { StatusCode = StatusCodes.Status404NotFound };
        }

        var family = catalog.Products.Where(other => other.Family == product.Family && other.SoldBy(partner)).Select(other => catalog.Listing(other, partner)).ToList();
        var similar = catalog.Search(partner, product.Kind.Noun, other => other.Family != product.Family && other.Kind == product.Kind)
            .DistinctBy(other => other.Family).Take(4).Select(other => catalog.Listing(other, partner)).ToList();
        return new RazorComponentResult<ProductPage>(new
        {
            Listing = catalog.Listing(product, partner),
            Family = family,
            Similar = similar,
            Click = click,
            Query = query ?? string.Empty,
            Problem = problem,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static RazorComponentResult<ShopSearchPage> Search(HttpContext context, SandboxCatalog catalog, SandboxPartner partner)
    {
        var words = context.Request.Query["k"].ToString();
        var found = catalog.Search(partner, words);
        return new RazorComponentResult<ShopSearchPage>(new
        {
            Partner = partner,
            Words = words,
            Total = found.Count,
            Listings = found.DistinctBy(product => product.Family).Take(24).Select(product => catalog.Listing(product, partner)).ToList(),
        });
    }

    private static async Task<IResult> BuyAsync(HttpContext context, BuyForm form, OrderBook orders, SandboxCatalog catalog, SandboxPartner partner)
    {
        var placed = await orders.PlaceAsync(form.ToOrder(partner), context.RequestAborted);
        return placed.Succeeded
            ? new SeeOther($"/sandbox/{partner.PathName()}/thanks/{placed.Value.Number}")
            : Product(catalog, partner, form.Product, form.ToClick(), null, placed.Error.Message);
    }

    private static async Task<RazorComponentResult> ThanksAsync(string number, OrderBook orders, SandboxPartner partner, CancellationToken cancellationToken) =>
        await orders.FindAsync(number, cancellationToken) is { } order && order.Partner == partner
            ? new RazorComponentResult<ThanksPage>(new { Order = order })
            : new RazorComponentResult<MissingPage>(new { Partner = partner }) { StatusCode = StatusCodes.Status404NotFound };

    /// <summary>After a post: go and get this page.</summary>
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
