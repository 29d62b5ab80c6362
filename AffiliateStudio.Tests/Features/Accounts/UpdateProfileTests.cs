using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Accounts.UpdateProfile;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class UpdateProfileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Creator_SavingTheProfile_ChangesTheirOwnNamesAndBioOnly(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        var result = await UpdateAsync(scene, scene.Creator, "  Ada Löffel 🥄 ", " Lamps and\nmore. ");

        Assert.True(result.Succeeded);
        Assert.Equal(("Ada Löffel 🥄", "Ada Löffel 🥄", "Lamps and\nmore."), await ReadAsync(scene, scene.Creator));
        Assert.Equal(("bob", "bob", string.Empty), await ReadAsync(scene, scene.Stranger));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Admin_SavingTheProfile_ChangesTheName(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var admin = new Actor(Guid.NewGuid(), Roles.Admin);
        await using (var db = scene.Database.CreateDbContext())
        {
            db.Add(new StudioUser { Id = admin.UserId, UserName = "root", DisplayName = "Root", CreatedAt = scene.Clock.UtcNow() });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.True((await UpdateAsync(scene, admin, "Rita", "Not shown")).Succeeded);

        Assert.Equal(("Rita", null, null), await ReadAsync(scene, admin));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Profile_ThatCannotBe_IsRefusedAndTheOldOneStays(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        Assert.Equal("DisplayName", (await UpdateAsync(scene, scene.Creator, "  ", "Bio")).Error!.Field);
        Assert.Equal("DisplayName", (await UpdateAsync(scene, scene.Creator, new string('x', 81), "Bio")).Error!.Field);
        Assert.Equal("Bio", (await UpdateAsync(scene, scene.Creator, "Ada", new string('x', 281))).Error!.Field);
        Assert.Equal(("ada", "ada", string.Empty), await ReadAsync(scene, scene.Creator));

        Assert.True((await UpdateAsync(scene, scene.Creator, new string('é', 80), new string('é', 280))).Succeeded);
    }

    private static Task<Result> UpdateAsync(PinScene scene, Actor actor, string name, string bio)
    {
        var users = new Mock<UserManager<StudioUser>>(Mock.Of<IUserStore<StudioUser>>(), null!, null!, null!, null!, null!, null!, null!, null!);
        var signIn = new Mock<SignInManager<StudioUser>>(
            users.Object, Mock.Of<IHttpContextAccessor>(), Mock.Of<IUserClaimsPrincipalFactory<StudioUser>>(), null!, null!, null!, null!);
        return new UpdateProfile(scene.Database, signIn.Object).RunAsync(new UpdateProfileCommand(actor, name, bio), Cancel);
    }

    private static async Task<(string Account, string? Creator, string? Bio)> ReadAsync(PinScene scene, Actor actor)
    {
        await using var db = scene.Database.CreateDbContext();
        var creator = await db.Set<Creator>().SingleOrDefaultAsync(row => row.UserId == actor.UserId, Cancel);
        return ((await db.Users.SingleAsync(user => user.Id == actor.UserId, Cancel)).DisplayName, creator?.DisplayName, creator?.Bio);
    }
}
