namespace AffiliateStudio.Data;

/// <summary>The engines that the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data directory, one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server at <c>ConnectionStrings:Postgres</c>, many processes.</summary>
    Postgres,
}
