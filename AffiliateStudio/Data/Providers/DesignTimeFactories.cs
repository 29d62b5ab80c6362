using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AffiliateStudio.Data.Providers;

/// <summary>Lets dotnet-ef make contexts without starting the product. It never connects.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteStudioDb>
{
    public SqliteStudioDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStudioDb>().UseSqlite("Data Source=design-time.db").Options);
}

/// <summary>Lets dotnet-ef make contexts without starting the product. It never connects.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresStudioDb>
{
    public PostgresStudioDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStudioDb>().UseNpgsql("Host=design-time").Options);
}
