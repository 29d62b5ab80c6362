namespace AffiliateStudio.Platform.Jobs;

/// <summary>There is one process, so every turn is its own.</summary>
internal sealed class OnlyProcess : IJobTurns
{
    public Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(new Turn());

    private sealed class Turn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
