using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.CreateAccount;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class CreateAccountTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Creator_Made_HasRoleAndCreatorRow(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        var result = await RunAsync(database, new CreateAccountCommand("one@example.test", "four unrelated words", Roles.Creator, " One ", "@One.Two"));

        Assert.True(result.Succeeded);
        await using var db = database.CreateDbContext();
        var creator = await db.Set<Creator>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("one.two", "One", result.Value), (creator.Handle, creator.DisplayName, creator.UserId));
        Assert.Equal(Roles.Creator, (await db.Roles.SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(1, await db.UserRoles.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task HandleInUse_Refused_LeavesNothingBehind(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await RunAsync(database, new CreateAccountCommand("one@example.test", "four unrelated words", Roles.Creator, "One", "same"));

        var result = await RunAsync(database, new CreateAccountCommand("two@example.test", "four unrelated words", Roles.Creator, "Two", "same"));

        Assert.Equal("accounts.handle-taken", result.Error?.Code);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<AffiliateStudio.Platform.Results.Result<Guid>> RunAsync(TestDatabase database, CreateAccountCommand command)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new TestClock()).AddSingleton<IdGenerator>();
        services.AddScoped(_ => database.CreateDbContext());
        services.AddIdentityCore<StudioUser>().AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<StudioDb>();
        services.Configure<IdentityOptions>(AffiliateStudio.Features.Accounts.Security.IdentitySettings.Apply);
        services.AddScoped<CreateAccount>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(command, TestContext.Current.CancellationToken);
    }
}
