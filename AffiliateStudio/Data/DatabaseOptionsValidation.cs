using Microsoft.Extensions.Options;
using Npgsql;

namespace AffiliateStudio.Data;

/// <summary>Refuses settings that cannot work before anything starts, naming the key to change.</summary>
internal sealed class DatabaseOptionsValidation(IConfiguration configuration) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (!Enum.TryParse<DatabaseProvider>(options.Provider, ignoreCase: true, out var engine) || !Enum.IsDefined(engine))
        {
            return ValidateOptionsResult.Fail($"Database:Provider is '{options.Provider}'; it must be Sqlite or Postgres.");
        }

        if (engine == DatabaseProvider.Sqlite)
        {
            return ValidateOptionsResult.Success;
        }

        var connection = configuration.GetConnectionString("Postgres");
        if (string.IsNullOrWhiteSpace(connection))
        {
            return ValidateOptionsResult.Fail(
                "Database:Provider is Postgres, but ConnectionStrings:Postgres is missing. Set it, for example to 'Host=localhost;Database=studio;Username=studio;Password=…'.");
        }

        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail($"ConnectionStrings:Postgres is not a connection string: {exception.Message}");
        }
    }
}
