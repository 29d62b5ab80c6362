using System.Buffers;
using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Pins.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Clicks.Links;

/// <summary>
/// All links in memory, by code. A code that is not there is looked up once more in the database, a few at a time, because another node may have made it a moment ago.
/// </summary>
internal sealed partial class LinkTable(IDbContextFactory<StudioDb> databases, PartnerDirectory partners, LinkPolicy policy, ILogger<LinkTable> logger) : IDisposable
{
    private const int LookupsAtOnce = 4;
    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create(LinkCode.Alphabet);

    private readonly ConcurrentDictionary<string, LinkTarget> _links = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lookups = new(LookupsAtOnce, LookupsAtOnce);
    private DateTime _seenUntil = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>How many links there are.</summary>
    public int Count => _links.Count;

    /// <summary>The target of a code, or null when no pin has it. Codes that people typed in capitals are found too.</summary>
    public ValueTask<LinkTarget?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (_links.TryGetValue(code, out var target))
        {
            return ValueTask.FromResult<LinkTarget?>(target);
        }

        var lower = code.ToLowerInvariant();
        if (lower.Length != LinkCode.Length || lower.AsSpan().ContainsAnyExcept(CodeCharacters))
        {
            return ValueTask.FromResult<LinkTarget?>(null);
        }

        return _links.TryGetValue(lower, out target) ? ValueTask.FromResult<LinkTarget?>(target) : LookUpAsync(lower, cancellationToken);
    }

    /// <summary>Reads every pin.</summary>
    public Task LoadAsync(CancellationToken cancellationToken) => ReadAsync(pins => pins, cancellationToken);

    /// <summary>Reads the pins that changed since the last look, also on other nodes.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        // Nodes' clocks differ a little, and a change is stamped before it is committed.
        var since = _seenUntil == DateTime.MinValue ? _seenUntil : _seenUntil - TimeSpan.FromMinutes(1);
        return ReadAsync(pins => pins.Where(pin => pin.UpdatedAt >= since), cancellationToken);
    }

    /// <summary>Reads one pin that changed.</summary>
    public Task RefreshAsync(PinId id, CancellationToken cancellationToken) => ReadAsync(pins => pins.Where(pin => pin.Id == id), cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _lookups.Dispose();

    private async ValueTask<LinkTarget?> LookUpAsync(string code, CancellationToken cancellationToken)
    {
        // Somebody who tries codes must not keep the database busy.
        if (!await _lookups.WaitAsync(TimeSpan.FromMilliseconds(100), cancellationToken))
        {
            return null;
        }

        try
        {
            var wanted = new LinkCode(code);
            await ReadAsync(pins => pins.Where(pin => pin.LinkCode == wanted), cancellationToken);
            return _links.GetValueOrDefault(code);
        }
        finally
        {
            _lookups.Release();
        }
    }

    private async Task ReadAsync(Func<IQueryable<Pin>, IQueryable<Pin>> which, CancellationToken cancellationToken)
    {
        var known = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows =
            from pin in which(db.Set<Pin>().AsNoTracking())
            join creator in db.Set<Creator>() on pin.CreatorId equals creator.Id
            select new { pin.Id, pin.LinkCode, pin.Partner, pin.State, pin.TargetUrl, pin.SubIdParameter, pin.UpdatedAt, creator.UserId, creator.Handle };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var isLive = row.State == PinState.Live;
            var isAllowed = known.TryGetValue(row.Partner, out var partner) && policy.IsAllowed(partner, row.TargetUrl);
            if (isLive && !isAllowed)
            {
                LogRefused(logger, row.Id.Value);
            }

            _links[row.LinkCode.Value] = LinkTarget.Of(row.Id, row.UserId, row.Handle, isLive && isAllowed ? row.TargetUrl : null, row.SubIdParameter);
            _seenUntil = row.UpdatedAt > _seenUntil ? row.UpdatedAt : _seenUntil;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The link of pin {Pin} leads to an address that its partner's hosts do not allow; it goes to the creator's page instead.")]
    private static partial void LogRefused(ILogger logger, Guid pin);
}
