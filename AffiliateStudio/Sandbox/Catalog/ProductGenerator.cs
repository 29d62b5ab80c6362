namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>Makes the products of the seeded world: the same ones on every machine, for ever.</summary>
internal sealed class ProductGenerator(CatalogSource source)
{
    /// <summary>How many products each kind has.</summary>
    public const int PerKind = 126;

    private const int PerFamily = 6;
    private const long Seed = 20_261_122;
    private const long AsinSpace = 2_821_109_907_456; // 36 to the power of 8

    /// <summary>Makes them all.</summary>
    public SandboxProduct[] MakeAll()
    {
        var products = new SandboxProduct[source.Kinds.Count * PerKind];
        for (var index = 0; index < products.Length; index++)
        {
            products[index] = Make(index);
        }

        return products;
    }

    private SandboxProduct Make(int index)
    {
        var kind = source.Kinds[index / PerKind];
        var ordinal = index % PerKind;
        var family = (kind.Index * 1_000) + (ordinal / PerFamily);
        var variant = ordinal % PerFamily;
        var line = new SeededSequence(Seed, family, 1);
        var own = new SeededSequence(Seed, index, 2);
        var brand = line.Pick(source.Brands[kind.Department.Name]);
        var series = line.Pick(source.Series);
        var material = kind.Materials.Count == 0 ? string.Empty : line.Pick(kind.Materials);
        var features = PickFeatures(kind, ref line);
        var colorOffset = line.Next(kind.Colors.Count);
        var anchor = AnchorCents(kind, ref line);
        var sizeIndex = kind.Sizes.Count == 0 ? 0 : (variant + (variant / kind.Colors.Count)) % kind.Sizes.Count;
        var sold = own.Next(100);
        return new SandboxProduct
        {
            Index = index,
            Kind = kind,
            Family = family,
            Brand = brand,
            Series = series,
            Model = $"{series[0]}{char.ToUpperInvariant(brand[0])}-{100 + line.Next(890)}",
            Color = kind.Colors[(colorOffset + variant) % kind.Colors.Count],
            Size = kind.Sizes.Count == 0 ? string.Empty : kind.Sizes[sizeIndex],
            Material = material,
            Features = features,
            Gtin = Gtin.FromElevenDigits(85_000_000_000 + (((index * 7_919L) + 123_457) % 100_000_000)),
            AnchorCents = anchor + (anchor * sizeIndex * 12 / 100) + own.Next(120),
            Asin = sold < 68 ? "B0" + ToBase36((((index + 1) * 1_540_483_477L) + 977_777_777_777) % AsinSpace) : null,
            ItemId = sold is < 35 or >= 68 ? 100_000_000 + (((index * 7_368_787L) + 55_555_555) % 900_000_000) : null,
            Popularity = own.Next(1_000),
        };
    }

    private static string[] PickFeatures(ProductKind kind, ref SeededSequence line)
    {
        var start = line.Next(kind.Features.Count);
        var step = 1 + line.Next(Math.Max(1, kind.Features.Count - 1));
        return [.. Enumerable.Range(0, 3).Select(i => kind.Features[(start + (i * step)) % kind.Features.Count]).Distinct()];
    }

    // Most of a kind is cheap and a few are dear: the square of an even spread, ending as shops like it.
    private static int AnchorCents(ProductKind kind, ref SeededSequence line)
    {
        var spread = line.Next(1_000);
        var dollars = kind.LowestDollars + ((kind.HighestDollars - kind.LowestDollars) * (spread * spread / 1_000) / 1_000);
        int[] endings = [99, 95, 49, 0, 98];
        return (dollars * 100) + line.Pick(endings);
    }

    private static string ToBase36(long value)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return string.Create(8, value, static (span, rest) =>
        {
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = Digits[(int)(rest % 36)];
                rest /= 36;
            }
        });
    }
}
