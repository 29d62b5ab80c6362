using System.Collections.Concurrent;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>The catalogs of a programme: items by words or by filter, and which catalogs list what pays nothing.</summary>
internal sealed class ImpactCatalogs(ImpactClient client, TimeProvider clock)
{
    // Programmes keep what they do not pay for in a catalog of its own, such as "Target Exclusions". Only the name tells.
    private const string Exclusions = "exclusion";
    private const int MostPages = 20;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<(string Sid, string Campaign, string? Sandbox), (DateTimeOffset At, IReadOnlySet<string> Ids)> _excluded = new();

    /// <summary>A page of items. The keyword and the filter (in the network's own language) may each be null, not both.</summary>
    public Task<PartnerResult<ItemsAnswer>> SearchAsync(
        ConnectionContext connection, ImpactAccount account, string? keyword, string? filter, int page, int size, CancellationToken cancellationToken)
    {
        var query = string.Join('&', new[]
        {
            keyword is null ? null : "Keyword=" + Uri.EscapeDataString(keyword),
            filter is null ? null : "Query=" + Uri.EscapeDataString(filter),
            FormattableString.Invariant($"PageSize={size}&Page={page}"),
        }.OfType<string>());
        return client.GetAsync<ItemsAnswer>(connection, account, ImpactClient.Address(connection, account, "Catalogs/ItemSearch?" + query), cancellationToken, isPatient: false);
    }

    /// <summary>The ids of the programme's catalogs of what pays nothing; read once a day and account.</summary>
    public async Task<PartnerResult<IReadOnlySet<string>>> ReadExcludedAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken)
    {
        var key = (account.AccountSid, account.CampaignId, connection.SandboxAddress?.AbsoluteUri);
        if (_excluded.TryGetValue(key, out var known) && clock.GetUtcNow() - known.At < Lifetime)
        {
            return new PartnerResult<IReadOnlySet<string>>(known.Ids, null);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var address = ImpactClient.Address(connection, account, "Catalogs?CampaignId=" + Uri.EscapeDataString(account.CampaignId));
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (asked.Count < MostPages && asked.Add(address.AbsoluteUri))
        {
            var answer = await client.GetAsync<CatalogsAnswer>(connection, account, address, cancellationToken, isPatient: false);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            ids.UnionWith((answer.Value.Catalogs ?? [])
                .Where(catalog => catalog.CampaignId == account.CampaignId && catalog.Name?.Contains(Exclusions, StringComparison.OrdinalIgnoreCase) == true)
                .Select(catalog => catalog.Id)
                .OfType<string>());
            if (answer.Value.NextPageUri is not { Length: > 0 } next || ImpactClient.Follow(connection, next) is not { } page)
            {
                break;
            }

            address = page;
        }

        _excluded[key] = (clock.GetUtcNow(), ids);
        return ids;
    }
}
