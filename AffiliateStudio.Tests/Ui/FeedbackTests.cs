using System.Text.RegularExpressions;
using AffiliateStudio.Tests.Architecture;
using AffiliateStudio.Ui;
using AffiliateStudio.Ui.Feedback;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace AffiliateStudio.Tests.Ui;

public sealed partial class FeedbackTests : BunitContext
{
    public FeedbackTests()
    {
        Services.AddRadzenComponents();
        Services.AddScoped<Toasts>();
        Services.AddScoped<Dialogs>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Toast_Dismissed_LeavesAndTheOthersStay()
    {
        var host = Render<ToastHost>();
        var toasts = Services.GetRequiredService<Toasts>();
        toasts.Good("Pin retired");
        toasts.Bad("Not saved");
        host.WaitForElement(".toast--bad");

        host.Find(".toast--good button[aria-label=Dismiss]").Click();

        Assert.Equal("Not saved", Assert.Single(host.FindAll(".toast")).QuerySelector("span")!.TextContent);
    }

    [Fact]
    public void SameWordsTwice_AreTwoToasts()
    {
        var host = Render<ToastHost>();
        var toasts = Services.GetRequiredService<Toasts>();

        toasts.Good("A day has passed.");
        toasts.Good("A day has passed.");

        host.WaitForAssertion(() => Assert.Equal(2, host.FindAll(".toast").Count));
        host.Find(".toast button[aria-label=Dismiss]").Click();
        Assert.Single(host.FindAll(".toast"));
    }

    [Fact]
    public void FourthToast_MakesTheOldestLeave()
    {
        var toasts = new Toasts();
        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            toasts.Info(text);
        }

        Assert.Equal(["two", "three", "four"], toasts.Shown.Select(toast => toast.Text));
    }

    [Theory]
    [InlineData("Cancel", false)]
    [InlineData("Delete video", true)]
    public async Task Confirmation_AnswersWhatWasPressed(string button, bool expected)
    {
        var host = Render<Radzen.Blazor.RadzenDialog>();
        var dialogs = Services.GetRequiredService<Dialogs>();
        var answer = Task.FromResult(!expected);
        await host.InvokeAsync(() =>
        {
            answer = dialogs.ConfirmAsync("Delete this video?", "Its pins stop working.", "Delete video");
        });
        host.WaitForElement(".dialog-actions");

        host.FindAll("button").Single(element => element.TextContent.Trim() == button).Click();

        Assert.Equal(expected, await answer);
    }

    [Fact]
    public void EmptyState_WithAnAddress_IsALink_WithAHandler_AButton()
    {
        var pressed = 0;
        var link = Render<EmptyState>(parameters => parameters.Add(p => p.Title, "No videos yet").Add(p => p.Action, "Add").Add(p => p.ActionHref, "/videos"));
        var button = Render<EmptyState>(parameters => parameters.Add(p => p.Title, "No videos yet").Add(p => p.Action, "Add").Add(p => p.OnAction, () => pressed++));

        button.Find("button").Click();

        Assert.Equal("/videos", link.Find("a").GetAttribute("href"));
        Assert.Equal(1, pressed);
    }

    [Fact]
    public void EveryIconThatAPageNames_HasADrawing_AndAnUnknownNameIsADefect()
    {
        var names = SourceTree.Product(".razor").SelectMany(file => IconName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.InRange(names.Count, 20, 200);
        Assert.All(names, name => Assert.NotEmpty(Render<Icon>(parameters => parameters.Add(p => p.Name, name)).Find("path").GetAttribute("d")!));
        Assert.ThrowsAny<ArgumentException>(() => Render<Icon>(parameters => parameters.Add(p => p.Name, "no-such-icon")));
    }

    [Fact]
    public void QrCode_OfALink_IsDrawnWithAQuietZone()
    {
        var code = Render<QrCode>(parameters => parameters.Add(p => p.Text, "https://studio.example/go/abcdefgh"));

        Assert.Equal("QR code of the link", code.Find("svg").GetAttribute("aria-label"));
        Assert.StartsWith("M4 4", code.Find("path").GetAttribute("d"), StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:<Icon Name|\\sIcon)=\"([a-z-]+)\"")]
    private static partial Regex IconName();
}
