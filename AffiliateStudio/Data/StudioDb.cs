using AffiliateStudio.Data.Conventions;
using AffiliateStudio.Data.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data;

/// <summary>
/// The product's database. It names no feature: features bring their tables as <see cref="IEntityTypeConfiguration{TEntity}"/> found by
/// scanning this assembly, and read them with <c>db.Set&lt;T&gt;()</c>. On SQLite every save waits for the file's one writer.
/// </summary>
public abstract class StudioDb(DbContextOptions options) : IdentityDbContext<StudioUser, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>
    /// Runs a unit of reads and writes as if nothing else were running (serializable), in the writer's turn on SQLite, and commits it. When the engine rolls it back
    /// because of another unit, the whole of it runs again with an empty change tracker: so it loads and adds everything it needs inside, and does nothing outside the
    /// database that may not happen twice. Inside a unit that is running already on this context, the work simply joins it.
    /// </summary>
    /// <param name="work">The unit; it calls <c>SaveChangesAsync</c> itself where it has tracked changes.</param>
    /// <param name="cancellationToken">Ends the waiting and rolls back.</param>
    public Task<T> InWriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => WriteUnit.RunAsync(this, work, cancellationToken);

    /// <summary>The same for a unit without a result.</summary>
    /// <param name="work">The unit.</param>
    /// <param name="cancellationToken">Ends the waiting and rolls back.</param>
    public async Task InWriteAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) => await WriteUnit.RunAsync(
        this,
        async token =>
        {
            await work(token);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        WriteUnit.SaveAsync(this, token => base.SaveChangesAsync(acceptAllChangesOnSuccess, token), cancellationToken);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var isOwnUnit = Database.CurrentTransaction is null;
        using var turn = isOwnUnit ? WriteUnit.QueueOf(this)?.Enter() : null;
        using var permission = isOwnUnit ? WritePermission.Grant(this) : null;
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        StudioConventions.Apply(configurationBuilder);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<StudioUser>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.DisplayName).HasMaxLength(80);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.ApplyConfigurationsFromAssembly(typeof(StudioDb).Assembly);
    }
}
