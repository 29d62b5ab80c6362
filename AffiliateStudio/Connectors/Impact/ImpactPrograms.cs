using System.Collections.Concurrent;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>A programme (campaign) of the account: its contract's state and where it lets links lead. Read once an hour and account.</summary>
internal sealed class ImpactPrograms(ImpactClient client, TimeProvider clock)
{
    /// <summary>The code of the failure that says that the account is not in the programme.</summary>
    public const string NoCampaign = "no campaign";

    private const int MostPages = 20;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(string Sid, ConnectionAddress Side), (DateTimeOffset At, IReadOnlyList<Campaign> Campaigns)> _known = new();

    /// <summary>The programme of the account, or a failure; of kind Refused when the account is not in it.</summary>
    public async Task<PartnerResult<Campaign>> FindAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken, bool isFresh = false)
    {
        var key = (account.AccountSid, new ConnectionAddress(connection.SandboxAddress?.AbsoluteUri));
        if (isFresh || !_known.TryGetValue(key, out var known) || clock.GetUtcNow() - known.At > Lifetime)
        {
            var read = await ReadAllAsync(connection, account, cancellationToken);
            if (!read.Succeeded)
            {
                return read.Failure;
            }

            known = (clock.GetUtcNow(), read.Value);
            _known[key] = known;
        }

        return known.Campaigns.FirstOrDefault(campaign => campaign.CampaignId == account.CampaignId) is { } found
            ? found
            : new PartnerFailure(
                PartnerFailureKind.Refused, NoCampaign, $"The account is in no campaign {account.CampaignId}.", "Apply for the programme at impact.com, or correct the campaign ID of the connection.");
    }

    /// <summary>The active contract of the programme.</summary>
    public Task<PartnerResult<Contract>> ReadContractAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken) =>
        client.GetAsync<Contract>(connection, account, ImpactClient.Address(connection, account, $"Campaigns/{Uri.EscapeDataString(account.CampaignId)}/Contracts/Active"), cancellationToken);

    private async Task<PartnerResult<IReadOnlyList<Campaign>>> ReadAllAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken)
    {
        var campaigns = new List<Campaign>();
        var address = ImpactClient.Address(connection, account, "Campaigns?InsertionOrderStatus=Active");
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (asked.Count < MostPages && asked.Add(address.AbsoluteUri))
        {
            var answer = await client.GetAsync<CampaignsAnswer>(connection, account, address, cancellationToken, isPatient: false);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            campaigns.AddRange(answer.Value.Campaigns ?? []);
            if (answer.Value.NextPageUri is not { Length: > 0 } next)
            {
                break;
            }

            if (ImpactClient.Follow(connection, next) is not { } page)
            {
                return client.Malformed("a list of campaigns that goes on at another address");
            }

            address = page;
        }

        return campaigns;
    }

    // Sandbox and live accounts may bear the same name.
    private readonly record struct ConnectionAddress(string? Sandbox);
}
