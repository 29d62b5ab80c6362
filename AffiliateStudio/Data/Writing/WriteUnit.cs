using System.Data;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Writing;

/// <summary>How units of work are queued, committed and, after a conflict, run again.</summary>
internal static class WriteUnit
{
    /// <summary>The writer's queue of a context's file, or null where the server itself orders writers.</summary>
    public static WriterQueue? QueueOf(StudioDb db)
    {
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        var file = db.Database.GetDbConnection().DataSource;
        return file is { Length: > 0 } and not ":memory:" ? WriterQueue.Of(file) : null;
    }

    /// <summary>Saves what a context tracks, as a unit of its own unless it is inside one.</summary>
    public static async Task<int> SaveAsync(StudioDb db, Func<CancellationToken, Task<int>> save, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await save(cancellationToken);
        }

        // Nothing to write takes nobody's turn.
        if (!db.ChangeTracker.HasChanges())
        {
            return await save(cancellationToken);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await EnterAsync(db, cancellationToken);
                await using var permission = await WritePermission.GrantAsync(db, cancellationToken);
                return await save(cancellationToken);
            }
            catch (Exception exception) when (attempt < WriteConflicts.MaxAttempts && WriteConflicts.IsConflict(exception))
            {
                // The changes stay tracked and unsaved; the same save is simply tried again.
            }

            await WriteConflicts.WaitAsync(attempt, cancellationToken);
        }
    }

    /// <summary>Runs a unit and commits it.</summary>
    public static async Task<T> RunAsync<T>(StudioDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work(cancellationToken);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await EnterAsync(db, cancellationToken);
                await using var permission = await WritePermission.GrantAsync(db, cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var result = await work(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < WriteConflicts.MaxAttempts && WriteConflicts.IsConflict(exception))
            {
                db.ChangeTracker.Clear();
            }

            await WriteConflicts.WaitAsync(attempt, cancellationToken);
        }
    }

    private static Task<IDisposable> EnterAsync(StudioDb db, CancellationToken cancellationToken) =>
        QueueOf(db)?.EnterAsync(cancellationToken) ?? Task.FromResult<IDisposable>(NoTurn.Instance);

    private sealed class NoTurn : IDisposable
    {
        public static NoTurn Instance { get; } = new();

        public void Dispose()
        {
            // There is no queue to leave.
        }
    }
}
