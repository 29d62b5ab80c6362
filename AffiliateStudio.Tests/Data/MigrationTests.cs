using AffiliateStudio.Data;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Data;

public sealed class MigrationTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Model_ComparedWithMigrations_HasNoPendingChanges(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: run ./migrate.sh NAME.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
