using AffiliateStudio.Sandbox;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>A partner that fails is one quiet line. Each case has a product of its own, because a breaker that opened stays open for a while.</summary>
[Collection(SharedStudio.Name)]
public sealed class FailingPartnerTests(Studio studio)
{
    [Theory]
    [InlineData(SandboxFault.Html)]
    [InlineData(SandboxFault.HalfBody)]
    [InlineData(SandboxFault.Down)]
    [InlineData(SandboxFault.Slow)]
    public async Task Partner_ThatFails_IsOneQuietLineBesideTheOthersResults(SandboxFault fault)
    {
        await using var host = new StudioHost();
        host.Services.GetRequiredService<SandboxFaults>()[SandboxApi.Walmart] = fault;
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Address: host.Address));
        await creator.SignInAsync("creator@studio.test");

        await creator.OpenAsync("/discover?q=backpack");

        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Amazon" }).First).ToBeVisibleAsync();
        await Assertions.Expect(creator.Page.GetByText("Walmart is not answering")).ToBeVisibleAsync();
    }
}
