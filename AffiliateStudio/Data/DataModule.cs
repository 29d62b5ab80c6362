using AffiliateStudio.Data.KeyRing;
using AffiliateStudio.Data.Providers;
using AffiliateStudio.Data.Starting;
using AffiliateStudio.Data.Writing;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Data;

/// <summary>Registers the database: one <see cref="IDbContextFactory{TContext}"/> of <see cref="StudioDb"/>, whichever engine is behind it.</summary>
public static class DataModule
{
    /// <summary>Registers the database.</summary>
    public static IHostApplicationBuilder AddData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidation>();
        var provider = builder.Configuration.GetSection(DatabaseOptions.Section).GetValue<string>(nameof(DatabaseOptions.Provider));
        var isPostgres = string.Equals(provider, nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase);
        if (isPostgres)
        {
            builder.Services.AddPooledDbContextFactory<PostgresStudioDb>((services, options) =>
                options.UseStudioPostgres(services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!));
            builder.Services.AddSingleton<IDbContextFactory<StudioDb>, StudioDbFactory<PostgresStudioDb>>();
            builder.Services.AddSingleton<IJobTurns>(services => new PostgresJobTurns(services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!));
        }
        else
        {
            builder.Services.AddPooledDbContextFactory<SqliteStudioDb>((services, options) =>
                options.UseStudioSqlite(services.GetRequiredService<DataDirectory>().File("studio.db")));
            builder.Services.AddSingleton<IDbContextFactory<StudioDb>, StudioDbFactory<SqliteStudioDb>>();
        }

        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContext());
        builder.Services.AddSingleton<DataDirectoryLock>();
        builder.Services.AddSingleton<MigrationState>();
        builder.Services.AddHostedService<MigrateOnStart>();
        if (!isPostgres)
        {
            builder.Services.AddHostedService<Checkpointer>();
        }

        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("Database").AddCheck<MigrationState>("Migrations");
        builder.AddKeyRing();
        return builder;
    }
}
