using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>The shops of the network.</summary>
internal static class RakutenMerchants
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RakutenMerchant> All { get; } =
    [
        Make("54321", "Fernway Outdoors", "fernway", "FW", ["Sports", "Garden"], 600, 30) with { UpperTier = (100, new Rate(800)) },
        Make("54410", "Maren & Pike", "marenpike", "MP", ["Fashion", "Sports"], 800, 14),
        Make("54522", "Kettle & Grain", "kettlegrain", "KG", ["Kitchen", "Grocery", "Home"], 500, 7),
        Make("54633", "Voltine", "voltine", "VT", ["Electronics", "Music"], 250, 7) with { UpperTier = (500, new Rate(350)) },
        Make("54744", "Luma Atelier", "lumaatelier", "LA", ["Home", "Furniture"], 700, 30),
        Make("54855", "Petalry", "petalry", "PY", ["Beauty"], 900, 10),
        Make("54966", "Nestwood Kids", "nestwood", "NK", ["Toys", "Baby"], 600, 30),
        Make("55077", "Pawhaven", "pawhaven", "PH", ["Pets"], 400, 15) with { AllowsDeepLinks = false },
        Make("55188", "Inkbarrow", "inkbarrow", "IB", ["Books", "Office"], 500, 30) with { Status = "pending" },
        Make("55299", "Torque Row", "torquerow", "TR", ["Automotive", "Tools"], 300, 5) with { Status = "permanent-remove" },
    ];

    /// <summary>Who sells a product: one of those who sell from its department, and each product with a chance of two in five; null when nobody does.</summary>
    public static RakutenMerchant? SellerOf(SandboxProduct product)
    {
        if (SeededSequence.Hash(product.Index, 4, 101) % 100 >= 40)
        {
            return null;
        }

        var candidates = ByDepartment[product.Kind.Department.Name];
        var count = candidates.Count();
        return count == 0 ? null : candidates.ElementAt((int)(SeededSequence.Hash(product.Family, 4, 103) % (ulong)count));
    }

    /// <summary>A shop by its number.</summary>
    public static RakutenMerchant? Find(string mid) => All.FirstOrDefault(merchant => merchant.Mid == mid);

    private static ILookup<string, RakutenMerchant> ByDepartment { get; } =
        All.SelectMany(merchant => merchant.Departments, (merchant, department) => (merchant, department)).ToLookup(pair => pair.department, pair => pair.merchant);

    private static RakutenMerchant Make(string mid, string name, string domain, string prefix, string[] departments, int basisPoints, int returnDays) => new()
    {
        Mid = mid,
        Name = name,
        Host = $"www.{domain}.example",
        Prefix = prefix,
        Departments = departments,
        Rate = new Rate(basisPoints),
        ReturnDays = returnDays,
    };
}
