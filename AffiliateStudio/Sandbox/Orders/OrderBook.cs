using AffiliateStudio.Platform.Paging;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Store;
using AffiliateStudio.Sandbox.Shops;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Orders;

/// <summary>Takes orders and returns, and lists them.</summary>
internal sealed class OrderBook(SandboxStore store, SandboxCatalog catalog, TimeProvider clock, IOptions<SandboxOptions> options)
{
    private const int LongestId = 255;

    /// <summary>Makes an order at today's price, or says why not.</summary>
    public async Task<Result<SandboxOrder>> PlaceAsync(NewOrder order, CancellationToken cancellationToken)
    {
        if (catalog.Find(order.Partner, order.ProductId) is not { } product)
        {
            return new Error("sandbox.no-product", "This product is not sold here. Search the shop for another one.");
        }

        var listing = catalog.Listing(product, order.Partner);
        if (listing.Stock == SandboxStock.SoldOut)
        {
            return new Error("sandbox.sold-out", "This product is sold out today. Come back in a few days, or choose another colour.");
        }

        var now = clock.UtcNow();
        var clicked = order.ClickedAt is { } at && at < now ? at : now;
        var shop = SandboxShops.Of(order.Partner);
        var made = new SandboxOrder
        {
            Id = 0,
            Number = shop.NewOrderNumber(),
            Partner = order.Partner,
            ProductId = listing.Id,
            Title = listing.Title,
            Category = shop.CategoryOf(product),
            MerchantId = shop.MerchantOf(product),
            Seller = listing.Seller,
            Quantity = Math.Clamp(order.Quantity, 1, 30),
            UnitPrice = listing.Price,
            Rate = listing.Rate,
            Tag = Cut(order.Tag),
            SubId = Cut(order.SubId),
            SubId2 = Cut(order.SubId2),
            SubId3 = Cut(order.SubId3),
            SharedId = Cut(order.SharedId),
            ClickId = Cut(order.ClickId),
            CampaignId = Cut(order.CampaignId),
            AdId = Cut(order.AdId),
            ClickedAt = clicked,
            OrderedAt = now,
            ReturnedAt = null,
        };
        return await AddAsync(made, cancellationToken);
    }

    /// <summary>Keeps an order that a shop put together itself, such as a booking.</summary>
    public async Task<SandboxOrder> AddAsync(SandboxOrder order, CancellationToken cancellationToken) =>
        order with { Id = await store.RunAsync(db => OrderRows.Insert(db, order), cancellationToken) };

    /// <summary>Takes an order back, or says why not.</summary>
    public async Task<Result> ReturnAsync(long id, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await store.RunAsync<Result>(
            db =>
            {
                if (OrderRows.Read(db, "WHERE id = $id", ("$id", id)).FirstOrDefault() is not { } order)
                {
                    return new Error("sandbox.no-order", "This order does not exist any more. Reload the page.");
                }

                if (!order.CanBeReturnedAt(now, options.Value))
                {
                    return new Error("sandbox.not-returnable", order.ReturnedAt is null
                        ? "It is too late: this order is final, and the shop does not take it back."
                        : "This order was returned before.");
                }

                OrderRows.SetReturned(db, id, now);
                return Result.Success;
            },
            cancellationToken);
    }

    /// <summary>An order by its number.</summary>
    public async Task<SandboxOrder?> FindAsync(string number, CancellationToken cancellationToken) =>
        await store.RunAsync(db => OrderRows.Read(db, "WHERE number = $number", ("$number", number)).FirstOrDefault(), cancellationToken);

    /// <summary>An order by its id.</summary>
    public async Task<SandboxOrder?> FindAsync(long id, CancellationToken cancellationToken) =>
        await store.RunAsync(db => OrderRows.Read(db, "WHERE id = $id", ("$id", id)).FirstOrDefault(), cancellationToken);

    /// <summary>Every order of a partner up to now, oldest first.</summary>
    public async Task<List<SandboxOrder>> AllOfAsync(SandboxPartner partner, CancellationToken cancellationToken)
    {
        var now = OrderRows.Stored(clock.UtcNow());
        return await store.RunAsync(
            db => OrderRows.Read(db, "WHERE partner = $partner AND ordered_at <= $now ORDER BY ordered_at, id", ("$partner", (int)partner), ("$now", now)),
            cancellationToken);
    }

    /// <summary>A page of all orders, newest first.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Page<SandboxOrder>> ListAsync(int page, int size, CancellationToken cancellationToken) =>
        await store.RunAsync(
            db => new Page<SandboxOrder>(
                OrderRows.Read(db, "ORDER BY ordered_at DESC, id DESC LIMIT $size OFFSET $skip", ("$size", size), ("$skip", (page - 1) * size)),
                OrderRows.Count(db)),
            cancellationToken);

    private static string Cut(string text) => text.Length <= LongestId ? text : text[..LongestId];
}
