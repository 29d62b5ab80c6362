namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed class LandingJourneyTests(Studio studio)
{
    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Visitor_OpensStart_SeesThePageWithoutSidewaysScroll(int width)
    {
        await using var visitor = await studio.NewVisitorAsync(new VisitorOptions(Width: width));

        await visitor.OpenAsync("/");

        Assert.Contains("Affiliate Studio", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
