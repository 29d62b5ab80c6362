using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PinCommentStateTests : BunitContext
{
    public PinCommentStateTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<ViewerTime>();
    }

    [Fact]
    public void Comment_PostedAndPinned_SaysBoth()
    {
        var state = Show(new PinComment(true, true, null, false, null, null));

        Assert.Contains("Posted to TikTok", state.Markup, StringComparison.Ordinal);
        Assert.Contains("Pinned on TikTok", state.Markup, StringComparison.Ordinal);
        Assert.Empty(state.FindAll("button"));
    }

    [Fact]
    public void Comment_PostedButNotPinned_SaysWhichStepFailedAndOffersARetry()
    {
        var asked = 0;
        var state = Render<PinCommentState>(parameters => parameters
            .Add(s => s.Comment, new PinComment(true, false, PlatformStep.Pin, false, "Request too frequent. It goes on by itself. (40100)", new DateTime(2026, 1, 15, 12, 5, 0, DateTimeKind.Utc)))
            .Add(s => s.OnRetry, () => asked++));

        state.Find("button").Click();

        Assert.Contains("Pinning the comment on TikTok failed.", state.Markup, StringComparison.Ordinal);
        Assert.Contains("(40100)", state.Markup, StringComparison.Ordinal);
        Assert.Contains("Posted to TikTok", state.Markup, StringComparison.Ordinal);
        Assert.Contains("Tried again by itself", state.Markup, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Comment_WithoutPermission_IsNoErrorAndSaysWhatToDo()
    {
        var state = Show(new PinComment(false, false, PlatformStep.Post, true, "You have not allowed comments for your TikTok account. Press “Allow comments” on your videos page.", null));

        Assert.Contains("Not posted at TikTok.", state.Markup, StringComparison.Ordinal);
        Assert.Empty(state.FindAll("button, .notice--error"));
    }

    [Fact]
    public void Comment_OnItsWay_SaysSo() => Assert.Contains("Posting to TikTok…", Show(new PinComment(false, false, null, false, null, null)).Markup, StringComparison.Ordinal);

    [Fact]
    public void Comment_OfAPausedPin_SaysNothing() =>
        Assert.Empty(Render<PinCommentState>(parameters => parameters.Add(s => s.Comment, new PinComment(false, false, null, false, null, null)).Add(s => s.IsLive, false)).Markup.Trim());

    private IRenderedComponent<PinCommentState> Show(PinComment comment) => Render<PinCommentState>(parameters => parameters.Add(state => state.Comment, comment));
}
