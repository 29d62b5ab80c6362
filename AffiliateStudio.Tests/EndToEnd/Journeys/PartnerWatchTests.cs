using System.Net;
using AffiliateStudio.Tests.Support;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>An admin reads a partner and opens its hook; a creator sees that a link earns before anybody buys.</summary>
[Collection(SharedStudio.Name)]
public sealed class PartnerWatchTests(Studio studio)
{
    [Fact]
    public async Task Admin_ReadsAPartnerNow_AndMakesItsHookAddress()
    {
        await using var host = new StudioHost();
        await using var admin = await studio.NewVisitorAsync(new VisitorOptions(Address: host.Address));
        await admin.SignInAsync("admin@studio.test");
        await admin.OpenAsync("/admin/connectors");
        var walmart = admin.Page.GetByRole(AriaRole.Region, new() { Name = "Walmart" });

        await walmart.GetByRole(AriaRole.Button, new() { Name = "Read Walmart now" }).ClickAsync();
        await Assertions.Expect(walmart).ToContainTextAsync("Read to the end: the partner returned nothing new.");
        await walmart.GetByText("Postbacks: none").ClickAsync();
        await walmart.GetByRole(AriaRole.Button, new() { Name = "Make a hook address" }).ClickAsync();
        var address = await walmart.GetByText("/hooks/walmart/").InnerTextAsync();

        using var client = host.NewClient();
        using var taken = await client.GetAsync(address.Trim() + "?action_id=1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task Creator_TestsAPinsLink_AndSeesItArriveHopByHop()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Does it earn");
        var dialog = await creator.OpenPinDialogAsync("Walmart", "blender");
        await dialog.PublishAsync("Does it earn", "It does.");
        await dialog.LiveLinkAsync();
        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Does it earn" }).First.ClickAsync();

        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Test my link" }).ClickAsync();

        var test = creator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Test my link" });
        await Assertions.Expect(test).ToContainTextAsync("Your tag and sub-id arrive at walmart.com (sandbox).");
        await Assertions.Expect(test.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await test.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await creator.Page.ReloadAsync();
        await Assertions.Expect(creator.Page.Locator("ol.pins > li")).ToContainTextAsync("0 clicks");
    }
}
