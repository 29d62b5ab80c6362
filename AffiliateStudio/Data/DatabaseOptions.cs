namespace AffiliateStudio.Data;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Database";

    /// <summary>Which engine: <c>Sqlite</c> or <c>Postgres</c>, in any case.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>The engine that <see cref="Provider"/> names.</summary>
    public DatabaseProvider Engine => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);
}
