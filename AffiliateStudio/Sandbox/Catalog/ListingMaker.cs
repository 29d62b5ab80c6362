using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>What a shop says about a product on a day: its title, price and stock. A pure function of product, shop and day.</summary>
internal static class ListingMaker
{
    /// <summary>The farthest that a price strays from its average, in basis points.</summary>
    public const int LargestDrift = 800;

    private const int KnotDays = 9;

    /// <summary>The listing of a product that the shop sells.</summary>
    public static SandboxListing Make(SandboxProduct product, SandboxPartner partner, DateOnly day)
    {
        var price = PriceCents(product, partner, day);
        var list = SeededSequence.Hash(product.Family, (int)partner, 11) % 100;
        return new SandboxListing
        {
            Product = product,
            Partner = partner,
            Id = product.IdAt(partner),
            Title = SandboxShops.Of(partner).TitleOf(product),
            Price = new Money(price, Currency.Usd),
            ListPrice = list < 42 ? new Money(RoundedUp(AverageCents(product, partner) * (112 + (long)(list % 30)) / 100), Currency.Usd) : null,
            Stock = Stock(product, partner, day),
        };
    }

    /// <summary>The price of the day in US cents: a smooth wander between knots nine days apart and a small daily step, never more than eight percent off.</summary>
    public static long PriceCents(SandboxProduct product, SandboxPartner partner, DateOnly day)
    {
        var (knot, step) = Math.DivRem(day.DayNumber, KnotDays);
        var drift = ((Knot(product, partner, knot) * (KnotDays - step)) + (Knot(product, partner, knot + 1) * step)) / KnotDays;
        drift += (int)(SeededSequence.Hash(product.Index, (int)partner, day.DayNumber, 13) % 101) - 50;
        return Math.Max(99, AverageCents(product, partner) * (10_000 + drift) / 10_000);
    }

    /// <summary>What the shop asks on average, US cents; the shops differ by a few percent.</summary>
    public static long AverageCents(SandboxProduct product, SandboxPartner partner)
    {
        var difference = SandboxShops.Of(partner).PriceDifference(product);
        return product.AnchorCents * (10_000L + difference) / 10_000;
    }

    /// <summary>Stock changes every few days: about one in twenty is sold out, one in eight runs low.</summary>
    public static SandboxStock Stock(SandboxProduct product, SandboxPartner partner, DateOnly day) =>
        (SeededSequence.Hash(product.Index, (int)partner, (day.DayNumber + product.Index) / 6, 19) % 100) switch
        {
            < 5 => SandboxStock.SoldOut,
            < 17 => SandboxStock.Limited,
            _ => SandboxStock.Available,
        };

    private static int Knot(SandboxProduct product, SandboxPartner partner, int knot) =>
        (int)(SeededSequence.Hash(product.Index, (int)partner, knot, 23) % ((2 * (LargestDrift - 50)) + 1)) - (LargestDrift - 50);

    private static long RoundedUp(long cents) => (((cents / 100) + 1) * 100) - 1;
}
