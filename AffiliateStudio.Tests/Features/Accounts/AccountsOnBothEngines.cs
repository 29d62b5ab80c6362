using AffiliateStudio.Data;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Accounts;

/// <summary>One running product per engine for all tests of a class, started when the first of them asks for it.</summary>
public sealed class AccountsOnBothEngines : IAsyncDisposable
{
    private readonly Dictionary<DatabaseProvider, AccountsHost> _hosts = [];
    private TestDatabase? _postgres;

    /// <summary>The product on an engine; skips the test when the engine is not to be had.</summary>
    public async Task<AccountsHost> OnAsync(DatabaseProvider engine)
    {
        if (_hosts.TryGetValue(engine, out var host))
        {
            return host;
        }

        if (engine == DatabaseProvider.Sqlite)
        {
            return _hosts[engine] = new AccountsHost();
        }

        _postgres = await TestDatabase.CreateAsync(engine);
        return _hosts[engine] = new AccountsHost(("Database:Provider", "Postgres"), ("ConnectionStrings:Postgres", _postgres.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }
}
