using System.Globalization;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Expedia's campaigns as Partnerize tells them: whether we are in, for how long a click counts, the usual commission. An account may be in many advertisers' campaigns; only
/// those of Expedia's own shops are ours.
/// </summary>
internal sealed class PartnerizeCampaigns(PartnerizeClient client, TimeProvider clock)
{
    private static readonly (string Path, MerchantState State)[] Lists = [("a", MerchantState.Active), ("p", MerchantState.Pending), ("r", MerchantState.Inactive)];

    /// <summary>Reads them; the first list that names a campaign counts.</summary>
    public async Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var terms = new List<MerchantTerms>();
        foreach (var (path, state) in Lists)
        {
            var answer = await ListAsync(connection, path, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            terms.AddRange((answer.Value.Campaigns ?? []).Select(entry => entry.Campaign is { } campaign ? TermsOf(campaign, state, connection) : null).OfType<MerchantTerms>());
        }

        return terms.DistinctBy(each => each.Id).ToList();
    }

    /// <summary>Asks for the approved campaigns: the cheapest call that proves the keys.</summary>
    public async Task<PartnerResult<int>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var answer = await ListAsync(connection, "a", cancellationToken);
        return answer.Succeeded ? answer.Value.Campaigns?.Count ?? 0 : answer.Failure;
    }

    private Task<PartnerResult<CampaignsAnswer>> ListAsync(ConnectionContext connection, string list, CancellationToken cancellationToken) => client.GetAsync<CampaignsAnswer>(
        connection, PartnerizeClient.Address(connection, $"user/publisher/{Uri.EscapeDataString(PartnerizeClient.PublisherOf(connection))}/campaign/{list}"), isPatient: false, cancellationToken);

    private MerchantTerms? TermsOf(Campaign campaign, MerchantState listed, ConnectionContext connection)
    {
        var host = Uri.TryCreate(campaign.DestinationUrl, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page.IdnHost.ToLowerInvariant() : null;
        var isOurs = host is not null && ExpediaHosts.Contains(ExpediaHosts.All, host);
        if (campaign.CampaignId is not { Length: > 0 and <= 40 } id || (!isOurs && id != connection[ExpediaSettings.CampaignId].Trim()))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.UtcNow());
        return new MerchantTerms
        {
            Id = id,
            Name = PlainText.FromHtml(campaign.Title, 120) ?? id,

            // A campaign that rests earns nothing, whoever is in it.
            State = listed == MerchantState.Active && campaign.Status is { Length: > 0 } status && !status.Equals("a", StringComparison.OrdinalIgnoreCase) ? MerchantState.Pending : listed,
            Hosts = isOurs ? [host!] : [],
            AllowsDeepLinks = !string.Equals(campaign.AllowDeepLinking?.Trim(), "n", StringComparison.OrdinalIgnoreCase),
            AttributionWindowHours = campaign.CookiePeriod is > 0 and <= 365 and var days ? (int)days * 24 : null,
            LockingRule = "Approved after the stay",
            Rates = campaign.DefaultCommissionRate is > 0 and <= 100 and var percent
                ? [new MerchantRate(string.Empty, Rate.FromPercent(percent), string.Create(CultureInfo.InvariantCulture, $"Partnerize campaign {id}, {today:yyyy-MM-dd}"))]
                : [],
        };
    }
}
