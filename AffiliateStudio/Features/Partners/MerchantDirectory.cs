using System.Collections.Frozen;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>The merchants in memory. They are read when the product starts and after each change; a few hundred rows.</summary>
internal sealed class MerchantDirectory(IDbContextFactory<StudioDb> databases) : IMerchantBook
{
    private volatile Book _book = new([]);

    /// <summary>Reads them anew.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        _book = new Book(await db.Set<Merchant>().AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>A partner's merchants, by name.</summary>
    public IReadOnlyList<Merchant> Of(PartnerKey partner) => [.. _book.ById.Values.Where(merchant => merchant.Partner == partner).OrderBy(merchant => merchant.Name, StringComparer.OrdinalIgnoreCase)];

    /// <inheritdoc />
    public Merchant? Find(PartnerKey partner, string id) => _book.ById.GetValueOrDefault((partner, id));

    /// <inheritdoc />
    public Merchant? FindByHost(PartnerKey partner, string host)
    {
        var lower = host.ToLowerInvariant();
        var book = _book;
        if (book.ByHost.GetValueOrDefault((partner, lower)) is { } exact)
        {
            return exact;
        }

        // ".shop.example" covers everything below it, but not shop.example itself, as in a partner's list.
        for (var dot = lower.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = lower.IndexOf('.', dot + 1))
        {
            if (book.ByHost.GetValueOrDefault((partner, lower[dot..])) is { } above)
            {
                return above;
            }
        }

        return null;
    }

    private sealed class Book(IReadOnlyList<Merchant> merchants)
    {
        public FrozenDictionary<(PartnerKey, string), Merchant> ById { get; } = merchants.ToFrozenDictionary(merchant => (merchant.Partner, merchant.Id));

        // Two merchants may name the same host; the one that we work with has it.
        public FrozenDictionary<(PartnerKey, string), Merchant> ByHost { get; } = merchants
            .SelectMany(merchant => merchant.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries), (merchant, host) => (merchant, host))
            .GroupBy(pair => (pair.merchant.Partner, pair.host), pair => pair.merchant)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(merchant => merchant.State).ThenBy(merchant => merchant.Id, StringComparer.Ordinal).First());
    }
}
