using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Target;

/// <summary>The contract that the sandbox's Target has with the account.</summary>
internal static class TargetContract
{
    /// <summary>Its id.</summary>
    public const string Id = "7001";

    /// <summary>Days after the click in which an order counts.</summary>
    public const int WindowDays = 7;

    /// <summary>What is paid where no group says otherwise.</summary>
    public static Rate Usual { get; } = new(100);

    /// <summary>The groups of products with a rate of their own, and the departments of the seeded world that fall into each.</summary>
    public static IReadOnlyList<(string Name, Rate Rate, string[] Departments)> Groups { get; } =
    [
        ("Apparel & Accessories", new Rate(800), ["Fashion"]),
        ("Home", new Rate(800), ["Home", "Furniture", "Kitchen", "Garden"]),
        ("Health & Beauty", new Rate(500), ["Beauty"]),
        ("Toys", new Rate(500), ["Toys"]),
        ("Sporting Goods", new Rate(500), ["Sports"]),
        ("Baby", new Rate(500), ["Baby"]),
        ("Food & Beverage", new Rate(300), ["Grocery"]),
    ];

    /// <summary>What a sale in a department pays.</summary>
    public static Rate RateOf(string department) => Groups.Where(group => group.Departments.Contains(department)).Select(group => (Rate?)group.Rate).FirstOrDefault() ?? Usual;
}
