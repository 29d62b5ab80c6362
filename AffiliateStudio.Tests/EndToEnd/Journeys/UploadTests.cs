using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed partial class UploadTests(Studio studio)
{
    [Fact]
    public async Task TextFile_NamedMp4_IsRefusedAndTheCaptionStays()
    {
        var fake = Path.Combine(Directory.CreateTempSubdirectory("studio-upload-").FullName, "holiday.mp4");
        await File.WriteAllTextAsync(fake, new string('a', 4096), TestContext.Current.CancellationToken);
        await using var creator = await studio.NewVisitorAsync();
        creator.ExpectConsoleError("the server responded with a status of 4");
        await creator.SignInAsync("creator@studio.test");

        var dialog = await creator.FillVideoDialogAsync(fake, "My holiday");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add video" }).ClickAsync();

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = "MP4" }).First).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByLabel("Caption")).ToHaveValueAsync("My holiday");
    }

    [Fact]
    public async Task FileOfTwoGigabytes_Chosen_IsRefusedBeforeItIsSent()
    {
        var huge = Path.Combine(Directory.CreateTempSubdirectory("studio-upload-").FullName, "whole-day.mp4");
        await using (var file = File.Create(huge))
        {
            // Takes no room on the disk: nothing is written but the length.
            file.SetLength(2L * 1024 * 1024 * 1024);
        }

        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        var sent = 0;
        creator.Page.Request += (_, request) => sent += request.Method == "POST" && request.Url.Contains("/videos", StringComparison.Ordinal) ? 1 : 0;

        var dialog = await creator.FillVideoDialogAsync(huge, "My whole day");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert).First).ToContainTextAsync("whole-day.mp4 has 2,048 MB; at most 200 MB can be sent");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add video" }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("Caption")).ToHaveValueAsync("My whole day");
        Assert.Equal(0, sent);
        File.Delete(huge);
    }

    [Fact]
    public async Task Upload_CancelledUnderway_LeavesNothingAndCanBeSentAgain()
    {
        await using var creator = await studio.NewVisitorAsync();
        creator.ExpectConsoleError("net::ERR_");
        await creator.SignInAsync("creator@studio.test");
        var dialog = await creator.FillVideoDialogAsync(CreatorSteps.Clip, "Sent twice");
        var line = await creator.Context.NewCDPSessionAsync(creator.Page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", Line(bytesPerSecond: 20_000));

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add video" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", UnderWay());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel upload" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Progressbar)).ToBeHiddenAsync();
        await Assertions.Expect(dialog.GetByLabel("Caption")).ToHaveValueAsync("Sent twice");
        await line.SendAsync("Network.emulateNetworkConditions", Line(bytesPerSecond: -1));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add video" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await creator.OpenAsync("/videos");
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Link, new() { Name = "Sent twice", Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Video_DeletedInAnotherTab_IsMetWithAClearMessage()
    {
        await using var creator = await studio.NewVisitorAsync();
        creator.ExpectConsoleError("status of 404");
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Soon gone");
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Soon gone" }).First.ClickAsync();
        await creator.Page.WaitForURLAsync("**/videos/*");
        var address = creator.Page.Url;

        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Delete Soon gone" }).ClickAsync();
        await creator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByText("Soon gone")).ToHaveCountAsync(0);
        await creator.Page.GotoAsync(address);

        await Assertions.Expect(creator.Page.Locator("main")).ToContainTextAsync("not");
        await Assertions.Expect(creator.Page.Locator("video")).ToHaveCountAsync(0);
    }

    private static Dictionary<string, object> Line(int bytesPerSecond) => new()
    {
        ["offline"] = false,
        ["latency"] = 0,
        ["downloadThroughput"] = -1,
        ["uploadThroughput"] = bytesPerSecond,
    };

    [GeneratedRegex("^[1-9][0-9]?$")]
    private static partial Regex UnderWay();
}
