using AffiliateStudio.Platform.Money;

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
            Title = Title(product, partner),
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
        var difference = partner == SandboxPartner.Amazon ? 0 : (int)(SeededSequence.Hash(product.Index, 17) % 1_801) - 1_100;
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

    /// <summary>The shop's own way of putting the title.</summary>
    public static string Title(SandboxProduct product, SandboxPartner partner)
    {
        var (first, second) = (product.Features[0], product.Features.Count > 1 ? product.Features[1] : null);
        var electronics = product.Kind.Department.Name is "Electronics" or "Tools";
        if (partner == SandboxPartner.Amazon)
        {
            return Joined(", ",
                $"{product.Brand} {product.Series} {product.Kind.Noun}{(electronics ? $" {product.Model}" : string.Empty)}",
                product.Material,
                first,
                second,
                product.Size,
                product.Color.Name);
        }

        var size = product.Size.Length > 0 ? $" {product.Size}" : string.Empty;
        var material = product.Material.Length > 0 ? $" {product.Material}" : string.Empty;
        return $"{product.Brand} {product.Series}{size}{material} {product.Kind.Noun}, {second ?? first}, {product.Color.Name}";
    }

    private static int Knot(SandboxProduct product, SandboxPartner partner, int knot) =>
        (int)(SeededSequence.Hash(product.Index, (int)partner, knot, 23) % ((2 * (LargestDrift - 50)) + 1)) - (LargestDrift - 50);

    private static long RoundedUp(long cents) => (((cents / 100) + 1) * 100) - 1;

    private static string Joined(string separator, params ReadOnlySpan<string?> parts) =>
        string.Join(separator, parts.ToArray().Where(part => !string.IsNullOrEmpty(part)));
}
