using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AffiliateStudio.Data.Writing;

/// <summary>
/// A transaction that asks for repeatable reads wants to see one state of the database and writes nothing. The driver would begin it with the writer's lock, past the
/// writer's queue; here it begins without, and is a snapshot as on PostgreSQL.
/// </summary>
internal sealed class SqliteSnapshots : DbTransactionInterceptor
{
    /// <summary>The one instance; it has no state.</summary>
    public static SqliteSnapshots Instance { get; } = new();

    /// <inheritdoc />
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        eventData.IsolationLevel == IsolationLevel.RepeatableRead && connection is SqliteConnection sqlite
            ? InterceptionResult<DbTransaction>.SuppressWithResult(sqlite.BeginTransaction(deferred: true))
            : result;

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarting(connection, eventData, result));
}
