using System.Globalization;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>Reads a programme and its contract as a merchant's terms: state, domains, rates, referral window and locking rule.</summary>
internal sealed class ImpactTerms(ImpactPrograms programs)
{
    /// <summary>The terms of the account's programme.</summary>
    public async Task<PartnerResult<MerchantTerms>> ReadAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken)
    {
        var program = await programs.FindAsync(connection, account, cancellationToken, isFresh: true);
        if (!program.Succeeded)
        {
            return program.Failure;
        }

        var contract = await programs.ReadContractAsync(connection, account, cancellationToken);
        if (!contract.Succeeded)
        {
            return contract.Failure;
        }

        var sale = contract.Value.EventPayouts?.FirstOrDefault(payout => string.Equals(payout.EventCategory, "SALE", StringComparison.OrdinalIgnoreCase))
            ?? (contract.Value.EventPayouts is [var first, ..] ? first : null);
        return new MerchantTerms
        {
            Id = account.CampaignId,
            Name = program.Value.CampaignName ?? account.CampaignId,
            State = string.Equals(program.Value.ContractStatus, "Active", StringComparison.OrdinalIgnoreCase) ? MerchantState.Active : MerchantState.Pending,
            Hosts = HostsOf(program.Value),
            AllowsDeepLinks = program.Value.AllowsDeeplinking == true,
            AttributionWindowHours = WindowOf(sale),
            LockingRule = LockingOf(sale?.Locking),
            Rates = RatesOf(contract.Value, sale),
        };
    }

    private static List<string> HostsOf(Campaign program) =>
    [
        .. (program.DeeplinkDomains ?? []).Select(domain => domain.Trim().ToLowerInvariant())
            .Select(domain => domain.StartsWith("*.", StringComparison.Ordinal) ? domain[1..] : domain)
            .Where(domain => domain.Length > 2 && Uri.CheckHostName(domain.TrimStart('.')) == UriHostNameType.Dns),
    ];

    private static int? WindowOf(EventPayout? sale)
    {
        var click = sale?.ValidReferrals?.FirstOrDefault(referral => referral.Type?.StartsWith("CLICK", StringComparison.OrdinalIgnoreCase) == true);
        return click?.Window is not (> 0 and < 10_000 and var window) ? null : click.WindowUnit?.ToUpperInvariant() switch
        {
            "HOUR" or "HOURS" => (int)window,
            "DAY" or "DAYS" or null => (int)window * 24,
            _ => null,
        };
    }

    private static string LockingOf(Locking? locking) => locking switch
    {
        { Period: var period, DayOffset: > 0 and var days } when string.Equals(period, "DAY", StringComparison.OrdinalIgnoreCase) =>
            string.Create(CultureInfo.InvariantCulture, $"final {days} days after the order"),
        { Period: var period, MonthOffset: var months, DayOffset: var days } when string.Equals(period, "MONTH", StringComparison.OrdinalIgnoreCase) =>
            string.Create(CultureInfo.InvariantCulture, $"final on day {Math.Max(days ?? 1, 1)} of the {(months is null or 0 ? "same month" : months == 1 ? "next month" : $"{months}th month after")}"),
        _ => string.Empty,
    };

    private static List<MerchantRate> RatesOf(Contract contract, EventPayout? sale)
    {
        var source = $"impact.com contract {contract.Id}";
        var rates = new List<MerchantRate>();
        if (sale?.DefaultPayoutRate is >= 0 and <= 100 and var usual)
        {
            rates.Add(new MerchantRate(string.Empty, Rate.FromPercent(usual), source));
        }

        rates.AddRange((sale?.PayoutGroups ?? [])
            .Where(group => group is { Name.Length: > 0, PayoutRate: >= 0 and <= 100 })
            .Select(group => new MerchantRate(group.Name!, Rate.FromPercent(group.PayoutRate!.Value), $"{source}, group {group.Name}")));
        return rates;
    }
}
