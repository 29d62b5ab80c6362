using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.DisconnectPlatform;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.SignInAtPlatform;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

public sealed class SignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SignIn_Finished_KeepsAccountAndProgram(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);

        await scene.ConnectAsync();

        var account = await scene.AccountAsync();
        Assert.Equal(("o-1", "mila", "Mila"), (account.OpenId, account.Username, account.DisplayName));
        Assert.Equal(scene.Pins.Clock.GetUtcNow().UtcDateTime.AddHours(2), (await scene.SignInRowAsync(PlatformProgram.Comments)).AccessExpiresAt);
    }

    [Theory]
    [InlineData("state", "videos.sign-in-stale")]
    [InlineData("person", "videos.sign-in-stale")]
    [InlineData("ticket", "videos.sign-in-stale")]
    [InlineData("denied", "videos.sign-in-denied")]
    [InlineData("code", "videos.refused")]
    public async Task SignIn_ThatIsNotTheOneThatBegan_IsRefused(string what, string error)
    {
        await using var scene = await PlatformScene.CreateAsync(DatabaseProvider.Sqlite);
        var departure = await scene.Begin.RunAsync(new BeginSignIn.Command(scene.Pins.Creator, PlatformProgram.Videos, "https://studio.example/Account/TikTok/callback"), Cancel);
        var ticket = scene.Tickets.Open(departure.Value.Ticket)!;

        var result = await scene.Finish.RunAsync(
            new FinishSignIn.Command(
                what == "person" ? scene.Pins.Stranger : scene.Pins.Creator,
                what == "ticket" ? scene.Tickets.Open(departure.Value.Ticket + "x") : ticket,
                what == "state" ? ticket.State + "x" : ticket.State,
                what == "code" ? "bad" : "good",
                what == "denied" ? "access_denied" : null),
            Cancel);

        Assert.Equal(error, result.Error!.Code);
        await using var db = scene.Pins.Database.CreateDbContext();
        Assert.False(await db.Set<PlatformAccount>().AnyAsync(Cancel));
    }

    [Fact]
    public async Task Departure_EachTime_HasSecretsOfItsOwn()
    {
        await using var scene = await PlatformScene.CreateAsync(DatabaseProvider.Sqlite);
        var command = new BeginSignIn.Command(scene.Pins.Creator, PlatformProgram.Videos, "https://studio.example/Account/TikTok/callback");

        var first = scene.Tickets.Open((await scene.Begin.RunAsync(command, Cancel)).Value.Ticket)!;
        var second = scene.Tickets.Open((await scene.Begin.RunAsync(command, Cancel)).Value.Ticket)!;

        Assert.Distinct([first.State, first.Verifier, second.State, second.Verifier]);
        Assert.InRange(first.Verifier.Length, 43, 128);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Account_OfSomebodyElseHere_CannotBeConnected(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.SignInAsync(scene.Pins.Creator);

        var taken = await scene.SignInAsync(scene.Pins.Stranger);
        await scene.Disconnect.RunAsync(new DisconnectPlatform.Command(scene.Pins.Creator), Cancel);
        var free = await scene.SignInAsync(scene.Pins.Stranger);

        Assert.Equal("videos.account-taken", taken.Error!.Code);
        Assert.Null(free.Error);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnotherAccount_OfTheSamePerson_BringsNoPermissionForComments(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync();
        scene.Platform.OpenId = "o-2";

        await scene.SignInAsync(scene.Pins.Creator);

        Assert.Equal("o-2", (await scene.AccountAsync()).OpenId);
        await using var db = scene.Pins.Database.CreateDbContext();
        Assert.Equal([PlatformProgram.Videos], await db.Set<PlatformSignIn>().Select(row => row.Program).ToListAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Disconnect_GivesTheAccessBackAndKeepsTheVideos(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync("v1");

        Assert.Null((await scene.Disconnect.RunAsync(new DisconnectPlatform.Command(scene.Pins.Creator), Cancel)).Error);

        Assert.Equal(2, scene.Platform.Revoked.Count);
        Assert.Single(await scene.VideoRowsAsync());
        await using var db = scene.Pins.Database.CreateDbContext();
        Assert.False(await db.Set<PlatformSignIn>().AnyAsync(Cancel));
        Assert.Equal("videos.account-missing", (await scene.ImportAsync()).Error!.Code);
    }
}
