namespace AffiliateStudio.Demo;

/// <summary>Settings under <c>Demo</c>. They matter only while the sandbox is on.</summary>
public sealed class DemoOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Demo";

    /// <summary>Whether the demo accounts are made at the first start.</summary>
    public bool Accounts { get; set; } = true;

    /// <summary>Whether the demo creator gets videos, pins and ninety days of clicks and orders at the first start.</summary>
    public bool History { get; set; } = true;
}
