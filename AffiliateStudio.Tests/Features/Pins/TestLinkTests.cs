using AffiliateStudio.Data;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.TestLink;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Configuration;
using Moq;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class TestLinkTests
{
    private static readonly Partner Target = new()
    {
        Key = new PartnerKey("target"), Name = "Target", ShopDomain = "target.com", AllowedHosts = "goto.target.com www.target.com", TimeZone = "America/Chicago",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void SubIdOfATest_FitsTheRulesAndIsNoClicks()
    {
        var subId = TestLink.SubIdOf(LinkCode.Random());

        Assert.Matches("^[A-Za-z0-9_-]{1,64}$", subId);
        Assert.False(SubId.TryParse(subId, out _));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnPin_IsWalkedFromItsStoredAddressWithTheTestsSubId(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await SetTagAsync(scene, "ada-20");
        var pin = await scene.AddPinAsync();
        List<string> asked = [];
        var steps = new List<LinkStep>();

        var result = await Test(scene, url => { asked.Add(url); return [new LinkHop(url, 200, null)]; }).RunAsync(new TestLink.Query(scene.Creator, pin.Id), steps.Add, Cancel);

        Assert.Equal($"https://www.amazon.com/dp/B000000001?tag=ada-20&ascsubtag={pin.LinkCode.Value}-linktest", Assert.Single(asked));
        Assert.Equal(new LinkStep("www.amazon.com", 200, true, true), Assert.Single(steps));
        Assert.Equal(new LinkVerdict(LinkOutcome.Arrives, "Your tag and sub-id arrive at www.amazon.com."), result.Value);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PinOfSomebodyElse_IsNotWalked(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var test = Test(scene, _ => throw new InvalidOperationException("It must not be walked."));

        Assert.Equal(PinErrors.NotFound, (await test.RunAsync(new TestLink.Query(scene.Stranger, pin.Id), _ => { }, Cancel)).Error);
        Assert.Equal(PinErrors.NotFound, (await test.RunAsync(new TestLink.Query(Actor.Anonymous, pin.Id), _ => { }, Cancel)).Error);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ManyTests_OfOnePerson_AreSlowedDown(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var test = Test(scene, url => [new LinkHop(url, 200, null)]);
        for (var times = 0; times < 10; times++)
        {
            Assert.True((await test.RunAsync(new TestLink.Query(scene.Creator, pin.Id), _ => { }, Cancel)).Succeeded);
        }

        Assert.Equal(PinErrors.TooManyTests, (await test.RunAsync(new TestLink.Query(scene.Creator, pin.Id), _ => { }, Cancel)).Error);
    }

    [Theory]
    [InlineData("https://goto.target.com/c/12345/1/2?u=x&subId1=S 302|https://www.target.com/p/-/A-1?clkid=9&pubid=12345&subId1=S 200", "Arrives", "Your tag and sub-id arrive at www.target.com.")]
    [InlineData("https://goto.target.com/c/12345/1/2?subId1=S 302|https://www.target.com/p/-/A-1?clkid=9 200", "Arrives", "Your tag and sub-id arrive at goto.target.com, which counts for Target and leads on to www.target.com.")]
    [InlineData("https://goto.target.com/c/12345/1/2?subId1=S 302|https://www.target.com/p/-/A-1?clkid=9 403", "Unsure", "Your tag and sub-id arrive at goto.target.com, which counts for Target and leads on to www.target.com.")]
    [InlineData("https://www.target.com/p/-/A-1?afid=12345&subId1=S 503", "Unsure", "Your tag and sub-id reach www.target.com, but it did not show its page to our test (503), as shops often do with programs.")]
    [InlineData("https://www.target.com/a?afid=12345&subId1=S 302|https://www.target.com/b?afid=12345 200", "Lost", "Your sub-id got lost between www.target.com and www.target.com.")]
    [InlineData("https://www.target.com/a?afid=12345&subId1=S 302|https://www.target.com/b 200", "Lost", "Your tag and sub-id got lost between www.target.com and www.target.com.")]
    [InlineData("https://www.target.com/a?afid=9123456&subId1=S 200", "Lost", "The link does not carry your tag 12345.")]
    [InlineData("https://www.target.com/a?afid=12345&subId1=S 404", "Lost", "www.target.com has no such page any more (404).")]
    [InlineData("/sandbox/target/p?afid=12345&subId1=S 200", "Arrives", "Your tag and sub-id arrive at target.com (sandbox).")]
    [InlineData("https://goto.target.com/c/12345/1/2?u=https%253A%252F%252Fx&subId1=S 302|https://evil.example/ NotAllowed", "Lost", "The link leads on to evil.example, which is no address of Target. We did not go there.")]
    [InlineData("https://goto.target.com/c/12345/1/2?subId1=S PrivateAddress", "Lost", "goto.target.com stands for an address inside a private network. We did not go there.")]
    [InlineData("https://goto.target.com/c/12345/1/2?subId1=S TimedOut", "Unsure", "goto.target.com did not answer within ten seconds.")]
    [InlineData("https://goto.target.com/c/12345/1/2?subId1=S NoSuchHost", "Lost", "There is no server called goto.target.com.")]
    public void Walk_IsJudgedInASentenceWithARemedyWhereOneIsNeeded(string walk, string outcome, string text)
    {
        LinkHop[] hops = [.. walk.Replace("=S", "=abcdefgh-linktest", StringComparison.Ordinal).Split('|').Select(hop => hop.Split(' ')).Select(hop =>
            int.TryParse(hop[1], out var status) ? new LinkHop(hop[0], status, null) : new LinkHop(hop[0], null, Enum.Parse<LinkProblem>(hop[1])))];

        var verdict = new LinkJudge(Target, "12345", "abcdefgh-linktest").Of(hops);

        Assert.Equal((outcome, text), (verdict.Outcome.ToString(), verdict.Text));
        Assert.Equal(verdict.Outcome == LinkOutcome.Arrives, verdict.Remedy is null);
    }

    [Fact]
    public void Link_WithoutATag_EarnsNothing() =>
        Assert.Equal("This link carries no tag, so it earns nothing.", new LinkJudge(Target, string.Empty, "x").Of([new LinkHop("https://www.target.com/a?subId1=x", 200, null)]).Text);

    private static TestLink Test(PinScene scene, Func<string, IEnumerable<LinkHop>> walk)
    {
        var walker = new Mock<ILinkWalker>();
        walker.Setup(w => w.WalkAsync(It.IsAny<string>(), It.IsAny<Func<string, bool>>(), It.IsAny<CancellationToken>()))
            .Returns((string url, Func<string, bool> _, CancellationToken _) => walk(url).ToAsyncEnumerable());
        return new TestLink(scene.Database, scene.Partners, scene.Tags, new LinkPolicy(new ConfigurationBuilder().Build(), Merchants.None), walker.Object, new LinkTestPace());
    }

    private static async Task SetTagAsync(PinScene scene, string tag)
    {
        await using var db = scene.Database.CreateDbContext();
        db.Add(new CreatorTag { CreatorId = scene.CreatorId, Partner = PartnerKey.Amazon, Value = tag, UpdatedAt = scene.Clock.UtcNow() });
        await db.SaveChangesAsync(Cancel);
    }
}
