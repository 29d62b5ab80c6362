using AffiliateStudio.Data;

namespace AffiliateStudio.Tests.Support;

/// <summary>Theory data: a data test runs once on each engine. Without a PostgreSQL server its case is a visible skip.</summary>
public sealed class Engines : TheoryData<DatabaseProvider>
{
    public Engines()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.Postgres);
    }
}
