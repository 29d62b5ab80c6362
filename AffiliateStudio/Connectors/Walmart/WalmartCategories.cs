using AffiliateStudio.Connectors.Walmart.Wire;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>
/// Walmart's category tree, for items that name only the node they stand in: without a path an item has no rate and no filter finds it. Read when the first such item comes,
/// kept for a day; when it cannot be read, items stay without a path and the tree is asked for again after a while.
/// </summary>
internal sealed class WalmartCategories(WalmartClient client, TimeProvider clock)
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);

    // The tree has three levels; what comes from outside is not followed for ever.
    private const int Deepest = 8;

    private readonly Lock _gate = new();
    private ConnectionKind _kind;
    private DateTimeOffset _until;
    private Task<IReadOnlyDictionary<string, string>>? _reading;

    /// <summary>The items, each with the path of its node where it had none.</summary>
    public async Task<IReadOnlyList<Item>> CompleteAsync(ConnectionContext connection, IReadOnlyList<Item>? items, CancellationToken cancellationToken)
    {
        if (items is null or { Count: 0 } || !items.Any(LacksPath))
        {
            return items ?? [];
        }

        var paths = await PathsAsync(connection, cancellationToken);
        return [.. items.Select(item => LacksPath(item) && paths.GetValueOrDefault(item.CategoryNode!) is { } path ? item with { CategoryPath = path } : item)];
    }

    private static bool LacksPath(Item item) => string.IsNullOrWhiteSpace(item.CategoryPath) && item.CategoryNode is { Length: > 0 };

    private Task<IReadOnlyDictionary<string, string>> PathsAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_reading is null || _kind != connection.Kind || clock.GetUtcNow() >= _until || _reading.IsFaulted)
            {
                (_kind, _until) = (connection.Kind, DateTimeOffset.MaxValue);
                _reading = ReadAsync(connection);
            }

            return _reading.WaitAsync(cancellationToken);
        }
    }

    // The reading belongs to all who wait for it, so none of them can cancel it.
    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(ConnectionContext connection)
    {
        // Leaves the caller's lock before anything is sent.
        await Task.Yield();
        var answer = await client.GetAsync<TaxonomyAnswer>(connection, "taxonomy", [], CancellationToken.None);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(answer.Succeeded ? answer.Value.Categories : null, paths, 0);
        lock (_gate)
        {
            _until = clock.GetUtcNow() + (answer.Succeeded ? KeepFor : RetryAfter);
        }

        return paths;
    }

    private static void Collect(IReadOnlyList<TaxonomyCategory>? categories, Dictionary<string, string> paths, int level)
    {
        foreach (var category in level < Deepest ? categories ?? [] : [])
        {
            if (category is { Id: { Length: > 0 } id } && (category.Path ?? category.Name) is { Length: > 0 } path)
            {
                paths[id] = path;
            }

            Collect(category.Children, paths, level + 1);
        }
    }
}
