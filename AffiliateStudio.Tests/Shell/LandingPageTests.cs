using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Shell;

public sealed class LandingPageTests
{
    [Fact]
    public async Task Visitor_OpensStart_GetsThePage()
    {
        await using var host = new StudioHost();
        using var client = host.NewClient();

        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("Affiliate Studio", page, StringComparison.Ordinal);
    }
}
