namespace AffiliateStudio.Tests.Connectors;

/// <summary>The list itself, which every recogniser and the link policy are tested with.</summary>
public sealed class HostileUrlsTests
{
    [Fact]
    public void Lists_HoldTwoHundredDifferentFormsAtLeast()
    {
        Assert.InRange(HostileUrls.ForAnyShop().Count, 200, 1_000);
        Assert.InRange(HostileUrls.AwayFromTheShops().Count, 200, 1_000);
    }
}
