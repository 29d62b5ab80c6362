using System.Collections.Concurrent;

namespace AffiliateStudio.Data.Writing;

/// <summary>
/// The one writer that a SQLite file has. SQLite lets one connection write and answers the others by polling, which is neither fair nor bounded; here writers of
/// this process wait in the order in which they came. Readers do not pass here.
/// </summary>
#pragma warning disable CA1001 // The semaphore never makes a wait handle, and a file's queue lives as long as the process.
internal sealed class WriterQueue
#pragma warning restore CA1001
{
    private static readonly ConcurrentDictionary<string, WriterQueue> Files = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly AsyncLocal<Turn?> _held = new();
    private readonly string _file;
    private int _waiting;

    private WriterQueue(string file)
    {
        _file = file;
    }

    /// <summary>How many writers wait or write.</summary>
    public int Depth => Volatile.Read(ref _waiting);

    /// <summary>The queue of a database file, the same one for every context and connection of this process.</summary>
    public static WriterQueue Of(string file) => Files.GetOrAdd(Path.GetFullPath(file), path => new WriterQueue(path));

    /// <summary>Waits for this writer's turn; disposing gives it to the next one.</summary>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        // The turn is noted in the caller's own flow, so it has to be set before the first await.
        var turn = Begin();
        return WaitAsync(turn, cancellationToken);
    }

    /// <summary>The same for the few callers whose contract is synchronous (the key ring).</summary>
    public IDisposable Enter()
    {
        var turn = Begin();
        _turn.Wait(CancellationToken.None);
        turn.IsActive = true;
        return turn;
    }

    private Turn Begin()
    {
        if (_held.Value is { IsActive: true })
        {
            throw new InvalidOperationException(
                $"A unit of work that writes {Path.GetFileName(_file)} started a second one through another context; it would wait for itself. Use the unit's own context.");
        }

        Interlocked.Increment(ref _waiting);
        return _held.Value = new Turn(this);
    }

    private async Task<IDisposable> WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Interlocked.Decrement(ref _waiting);
            throw;
        }

        turn.IsActive = true;
        return turn;
    }

    private sealed class Turn(WriterQueue queue) : IDisposable
    {
        private int _ended;

        public bool IsActive { get; set; }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                IsActive = false;
                Interlocked.Decrement(ref queue._waiting);
                queue._turn.Release();
            }
        }
    }
}
