using AffiliateStudio.Data.Providers;
using AffiliateStudio.Platform.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data;

/// <summary>Registers the database: one <see cref="IDbContextFactory{TContext}"/> of <see cref="StudioDb"/>, whichever engine is behind it.</summary>
public static class DataModule
{
    /// <summary>Registers the database.</summary>
    public static IHostApplicationBuilder AddData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        var provider = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite;
        if (provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddPooledDbContextFactory<PostgresStudioDb>((services, options) =>
                options.UseNpgsql(services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")));
            builder.Services.AddSingleton<IDbContextFactory<StudioDb>, StudioDbFactory<PostgresStudioDb>>();
        }
        else
        {
            builder.Services.AddPooledDbContextFactory<SqliteStudioDb>((services, options) => options.UseSqlite(new SqliteConnectionStringBuilder
            {
                DataSource = services.GetRequiredService<DataDirectory>().File("studio.db"),
            }.ToString()));
            builder.Services.AddSingleton<IDbContextFactory<StudioDb>, StudioDbFactory<SqliteStudioDb>>();
        }

        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContext());
        builder.Services.AddHostedService<MigrateOnStart>();
        return builder;
    }
}
