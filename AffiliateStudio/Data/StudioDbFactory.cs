using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data;

/// <summary>Gives use cases the configured engine's context under the one type that they know.</summary>
internal sealed class StudioDbFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<StudioDb>
    where TContext : StudioDb
{
    public StudioDb CreateDbContext() => factory.CreateDbContext();

    public async Task<StudioDb> CreateDbContextAsync(CancellationToken cancellationToken) => await factory.CreateDbContextAsync(cancellationToken);
}
