using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Reads the shops that we have to do with: partnerships say whether they approved us, advertisers where they are, offers what they pay.</summary>
internal sealed class RakutenTerms(RakutenPages pages, TimeProvider clock)
{
    /// <summary>All shops with a partnership of any state.</summary>
    public async Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var partnerships = await pages.ReadAllAsync<PartnershipsAnswer, Partnership>(connection, "v1/partnerships?limit=200&page=1", cancellationToken);
        if (!partnerships.Succeeded)
        {
            return partnerships.Failure;
        }

        var advertisers = await pages.ReadAllAsync<AdvertisersAnswer, Advertiser>(connection, "v2/advertisers?limit=200&page=1", cancellationToken);
        if (!advertisers.Succeeded)
        {
            return advertisers.Failure;
        }

        var offers = await pages.ReadAllAsync<OffersAnswer, CommissionOffer>(connection, "v1/offers?offer_status=active&limit=200&page=1", cancellationToken);
        if (!offers.Succeeded)
        {
            return offers.Failure;
        }

        var shops = advertisers.Value.Where(shop => shop.Id is not null).GroupBy(shop => shop.Id!).ToDictionary(group => group.Key, group => group.First());
        var paying = offers.Value.Where(offer => offer.Advertiser?.Id is not null).ToLookup(offer => offer.Advertiser!.Id!);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return partnerships.Value
            .Where(partnership => RakutenProductId.IsMid(partnership.Advertiser?.Id))
            .GroupBy(partnership => partnership.Advertiser!.Id!)
            .Select(group => Of(group.MinBy(StateOf)!, shops.GetValueOrDefault(group.Key), RakutenRates.Choose(paying[group.Key]), today))
            .ToList();
    }

    /// <summary>Our state for one of Rakuten's. What is no plain approval does not earn; a word that we do not know is not one.</summary>
    public static MerchantState StateOf(Partnership partnership) => (partnership.Status?.Trim().ToLowerInvariant(), partnership.Advertiser?.Status?.Trim().ToLowerInvariant()) switch
    {
        (_, "inactive") => MerchantState.Inactive,
        ("active", _) => MerchantState.Active,
        ("self-removed" or "permanent-decline" or "permanent-remove", _) => MerchantState.Inactive,
        _ => MerchantState.Pending,
    };

    private static MerchantTerms Of(Partnership partnership, Advertiser? shop, CommissionOffer? offer, DateOnly today) => new()
    {
        Id = partnership.Advertiser!.Id!,
        Name = Named(shop?.Name) ?? Named(partnership.Advertiser.Name) ?? $"Rakuten shop {partnership.Advertiser.Id}",
        State = StateOf(partnership),
        Hosts = HostsOf(shop?.Url),
        AllowsDeepLinks = shop?.Features?.DeepLinks ?? false,
        AttributionWindowHours = offer?.ReturnDays is { } days && days is > 0 and <= 3_650 ? (int)(days * 24) : null,
        LockingRule = offer?.UpdateWindow?.Trim() is { Length: > 0 and <= 60 } window ? $"Update window: {window}" : string.Empty,
        Rates = offer is null ? [] : RakutenRates.Of(offer, today),
    };

    // The shop's page names one host; its shop is on that host and below.
    private static IReadOnlyList<string> HostsOf(string? url)
    {
        var text = url?.Trim() ?? string.Empty;
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var page) || page.HostNameType != UriHostNameType.Dns)
        {
            return [];
        }

        var host = page.IdnHost.ToLowerInvariant().TrimEnd('.');
        var plain = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return plain.Contains('.', StringComparison.Ordinal) ? [plain, "." + plain] : [];
    }

    private static string? Named(string? name) => name?.Trim() is { Length: > 0 } text ? text.Length <= 120 ? text : text[..120] : null;
}
