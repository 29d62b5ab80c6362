using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed class UploadTests(Studio studio)
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
}
