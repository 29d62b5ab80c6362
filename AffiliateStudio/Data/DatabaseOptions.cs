namespace AffiliateStudio.Data;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Database";

    /// <summary>Which engine.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}
