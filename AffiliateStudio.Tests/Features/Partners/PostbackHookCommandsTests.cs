using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.LimitPostbackSources;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.RevokePostbackHook;
using AffiliateStudio.Features.Partners.RotatePostbackHook;
using AffiliateStudio.Features.Partners.ShowPostbackHook;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class PostbackHookCommandsTests
{
    private static readonly Actor Admin = new(Guid.CreateVersion7(), Roles.Admin);
    private static readonly Actor Creator = new(Guid.CreateVersion7(), Roles.Creator);

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Rotation_KeepsTheFormerAddressUntilItIsRevoked(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (hooks, rotate, revoke) = Commands(database);
        var first = await TokenAsync(rotate);
        var second = await TokenAsync(rotate);
        var hook = (await hooks.FindAsync(PartnerKey.Walmart, Cancel))!.Value.Hook;
        Assert.Equal((true, true, false), (PostbackToken.Opens(hook, first), PostbackToken.Opens(hook, second), PostbackToken.Opens(hook, second + "x")));

        await revoke.RunAsync(new(Admin, PartnerKey.Walmart, OnlyFormer: true), Cancel);
        hook = (await hooks.FindAsync(PartnerKey.Walmart, Cancel))!.Value.Hook;
        Assert.Equal((false, true), (PostbackToken.Opens(hook, first), PostbackToken.Opens(hook, second)));

        await TokenAsync(rotate);
        await TokenAsync(rotate);
        hook = (await hooks.FindAsync(PartnerKey.Walmart, Cancel))!.Value.Hook;
        Assert.False(PostbackToken.Opens(hook, second));

        await revoke.RunAsync(new(Admin, PartnerKey.Walmart, OnlyFormer: false), Cancel);
        await revoke.RunAsync(new(Admin, PartnerKey.Walmart, OnlyFormer: false), Cancel);
        Assert.Null(await hooks.FindAsync(PartnerKey.Walmart, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Token_IsLongAndKeptAsADigestOnly(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (_, rotate, _) = Commands(database);
        var address = (await rotate.RunAsync(new(Admin, PartnerKey.Walmart), Cancel)).Value;
        var token = new Uri(address).Segments[^1];

        await using var db = database.CreateDbContext();
        var hook = await db.Set<PostbackHook>().SingleAsync(Cancel);
        Assert.StartsWith("https://studio.example/hooks/walmart/", address, StringComparison.Ordinal);
        Assert.Equal(PostbackToken.Length, token.Length);
        Assert.NotEqual(token, hook.TokenHash);
        Assert.Equal(PostbackToken.HashOf(token), hook.TokenHash);
        Assert.False(PostbackToken.Opens(null, token));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sources_ThatAreNone_AreRefusedAndChangeNothing(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (hooks, rotate, _) = Commands(database);
        var limit = new LimitPostbackSources(database, hooks);
        Assert.Equal(PartnerErrors.NoHook, (await limit.RunAsync(new(Admin, PartnerKey.Walmart, "192.0.2.1"), Cancel)).Error);
        await TokenAsync(rotate);
        Assert.True((await limit.RunAsync(new(Admin, PartnerKey.Walmart, "192.0.2.1,\n2001:db8::/32"), Cancel)).Succeeded);

        Assert.Equal("Sources", (await limit.RunAsync(new(Admin, PartnerKey.Walmart, "192.0.2.1 nonsense"), Cancel)).Error!.Field);
        Assert.Equal("192.0.2.1/32 2001:db8::/32", (await new ShowPostbackHook(database).RunAsync(Admin, PartnerKey.Walmart, Cancel))!.AllowedSources);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnybodyButAdmins_IsRefusedEverything(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (hooks, rotate, revoke) = Commands(database);
        await TokenAsync(rotate);

        Assert.Equal(PartnerErrors.NotAllowed, (await rotate.RunAsync(new(Creator, PartnerKey.Walmart), Cancel)).Error);
        Assert.Equal(PartnerErrors.NotAllowed, (await revoke.RunAsync(new(Creator, PartnerKey.Walmart, false), Cancel)).Error);
        Assert.Equal(PartnerErrors.NotAllowed, (await new LimitPostbackSources(database, hooks).RunAsync(new(Creator, PartnerKey.Walmart, ""), Cancel)).Error);
        Assert.Null(await new ShowPostbackHook(database).RunAsync(Creator, PartnerKey.Walmart, Cancel));
        Assert.Equal(PartnerErrors.NoPostbacks, (await rotate.RunAsync(new(Admin, PartnerKey.Amazon), Cancel)).Error);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.0/24", "192.0.3.1", false)]
    [InlineData("192.0.2.7/24", "192.0.2.9", true)]
    [InlineData("2001:db8::/32", "2001:db8::1", true)]
    [InlineData("2001:db8::/32", "192.0.2.7", false)]
    [InlineData("", "203.0.113.9", true)]
    public void List_LetsInWhomItNames(string list, string sender, bool expected)
    {
        Assert.True(PostbackSources.TryParse(list, out var sources, out _));
        Assert.Equal(expected, sources.Allow(System.Net.IPAddress.Parse(sender)));
        Assert.Equal(list.Length == 0, sources.Allow(null));
    }

    [Theory]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("2130706433")]
    [InlineData("192.0.2.0/33")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("shop.example")]
    [InlineData("*")]
    public void Entry_ThatIsNotWrittenOut_IsRefused(string entry)
    {
        Assert.False(PostbackSources.TryParse("192.0.2.1 " + entry, out _, out var wrong));
        Assert.Equal(entry, wrong);
    }

    private static async Task<string> TokenAsync(RotatePostbackHook rotate) => new Uri((await rotate.RunAsync(new(Admin, PartnerKey.Walmart), Cancel)).Value).Segments[^1];

    private (PostbackHooks Hooks, RotatePostbackHook Rotate, RevokePostbackHook Revoke) Commands(TestDatabase database)
    {
        var hooks = new PostbackHooks(database);
        var address = new OwnAddress(Mock.Of<IServer>(), Options.Create(new StudioOptions { PublicUrl = "https://studio.example" }));
        return (hooks, new RotatePostbackHook(database, hooks, address, _clock), new RevokePostbackHook(database, hooks));
    }
}
