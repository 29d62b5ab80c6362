using System.Globalization;
using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Earnings.ShowConversions;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Earnings.ShowConversions;

public sealed class TagClaimListTests : BunitContext
{
    private readonly TestClock _clock = new();

    public TagClaimListTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddScoped<ViewerTime>();
    }

    [Fact]
    public void Claims_Shown_SayWhoseTheOrdersWouldBe_AndGiveThemAtOneTap()
    {
        TagClaim[] claims =
        [
            new(PartnerKey.Amazon, "ada-20", "ada", _clock.UtcNow(), 1_234),
            new(PartnerKey.Walmart, "7654321", "ben", _clock.UtcNow(), 1),
        ];
        TagClaim? assigned = null;

        var list = Render<TagClaimList>(parameters => parameters.Add(l => l.Claims, claims).Add(l => l.OnAssign, claim => assigned = claim));

        Assert.StartsWith("1,234 orders came with the tag ada-20. @ada entered it", list.Find(".notice span").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Assign all 1,234 to @ada", "Assign it to @ben"], list.FindAll("button").Select(button => button.TextContent));
        list.FindAll("button")[1].Click();
        Assert.Equal(claims[1], assigned);
    }
}
