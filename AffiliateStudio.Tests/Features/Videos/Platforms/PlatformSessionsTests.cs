using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

public sealed class PlatformSessionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task ManyCalls_WithATokenThatIsOver_RenewItOnce(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        scene.Pins.Clock.Advance(TimeSpan.FromHours(3));

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TokenAsync(scene)));

        Assert.Equal(["rft-1"], scene.Platform.Refreshed);
        Assert.Equal(["act-2"], used.Distinct());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Renewal_ThatBringsANewRefreshToken_UsesThatOneNextTime(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        for (var turn = 0; turn < 3; turn++)
        {
            scene.Pins.Clock.Advance(TimeSpan.FromHours(3));
            await TokenAsync(scene);
        }

        Assert.Equal(["rft-1", "rft-2", "rft-3"], scene.Platform.Refreshed);
        Assert.Equal("act-4", await TokenAsync(scene));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Token_ThatThePlatformRefuses_IsRenewedAndTheCallRepeated(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        scene.Platform.OnlyToken = "act-2";

        var answer = await scene.Sessions.CallAsync(scene.Pins.CreatorId, PlatformProgram.Videos, (access, token) => scene.Platform.ListAsync(access, null, token), Cancel);

        Assert.True(answer.Succeeded);
        Assert.False((await scene.SignInRowAsync()).NeedsSignIn);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Renewal_Refused_AsksThePersonToSignIn(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        scene.Pins.Clock.Advance(TimeSpan.FromHours(3));
        scene.Platform.RefreshFails = FakePlatform.Unauthorized;

        var answer = await CallAsync(scene);
        var again = await CallAsync(scene);

        Assert.Equal("sign-in needed", answer.Failure!.Code);
        Assert.Equal("sign-in needed", again.Failure!.Code);
        Assert.True((await scene.SignInRowAsync()).NeedsSignIn);
        Assert.Single(scene.Platform.Refreshed);
        Assert.Null((await scene.SignInAsync(scene.Pins.Creator)).Error);
        Assert.True((await CallAsync(scene)).Succeeded);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Renewal_Unanswered_ChangesNothing(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        scene.Pins.Clock.Advance(TimeSpan.FromHours(3));
        scene.Platform.RefreshFails = FakePlatform.Lost;

        Assert.Equal(PartnerFailureKind.TimedOut, (await CallAsync(scene)).Failure!.Kind);
        Assert.False((await scene.SignInRowAsync()).NeedsSignIn);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tokens_InTheDatabase_CannotBeRead(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        var row = await scene.SignInRowAsync();

        Assert.DoesNotContain("act-", row.ProtectedTokens, StringComparison.Ordinal);
        Assert.Equal("act-1", scene.Tokens.Read(row)!.Access);
        var copied = new PlatformSignIn { AccountId = row.AccountId, Program = PlatformProgram.Comments, OpenId = row.OpenId, ProtectedTokens = row.ProtectedTokens, Scopes = row.Scopes };
        Assert.Null(scene.Tokens.Read(copied));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Account_OfTheOtherSide_IsNotUsed(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);
        await using (var db = scene.Pins.Database.CreateDbContext())
        {
            var account = db.Set<PlatformAccount>().Single();
            account.Kind = ConnectionKind.Sandbox;
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal("sign-in needed", (await CallAsync(scene)).Failure!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_Connected_SaysWhatToDo(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        var none = await CallAsync(scene);
        await scene.SignInAsync(scene.Pins.Creator);
        var notAllowed = await scene.Sessions.CallAsync(scene.Pins.CreatorId, PlatformProgram.Comments, Give, Cancel);
        await scene.Pins.Connections.SetPausedAsync(PartnerKey.TikTok, true, Cancel);
        var paused = await CallAsync(scene);

        Assert.Equal(("no account", "comments not allowed", "not connected"), (none.Failure!.Code, notAllowed.Failure!.Code, paused.Failure!.Code));
        Assert.Empty(scene.Platform.Calls);
    }

    private static Task<PartnerResult<string>> Give(PlatformAccess access, CancellationToken cancellationToken) => Task.FromResult<PartnerResult<string>>(access.Token);

    private static Task<PartnerResult<string>> CallAsync(PlatformScene scene) => scene.Sessions.CallAsync(scene.Pins.CreatorId, PlatformProgram.Videos, Give, Cancel);

    private static async Task<string> TokenAsync(PlatformScene scene) => (await CallAsync(scene)).Value;
}
