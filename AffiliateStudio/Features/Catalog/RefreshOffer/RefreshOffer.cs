using System.Collections.Concurrent;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Features.Catalog.RefreshOffer;

/// <summary>Asks an offer's partner for it again when what we know is stale, and the other partners for the same product by its GTIN.</summary>
internal sealed class RefreshOffer(PartnerCalls calls, PartnerDirectory partners, OfferStore offers, TimeProvider clock)
{
    private const int MostRemembered = 5000;
    private readonly ConcurrentDictionary<(PartnerKey Partner, string Gtin), DateTime> _asked = new();

    /// <summary>Refreshes; null when all went well, else the name of the offer's own partner that gave no answer.</summary>
    public async Task<string?> RunAsync(OfferId id, CancellationToken cancellationToken)
    {
        if (await offers.FindOfferAsync(id, cancellationToken) is not { } offer)
        {
            return null;
        }

        var known = await partners.ListAsync(cancellationToken);
        var own = OfferFreshness.IsStale(offer, clock.UtcNow()) ? AskOwnAsync(offer, cancellationToken) : Task.FromResult(true);
        var others = offer.Gtin is { } gtin
            ? known.Where(partner => partner.IsApproved && partner.Key != offer.Partner).Select(partner => AskOtherAsync(partner.Key, gtin, cancellationToken))
            : [];
        await Task.WhenAll([own, .. others]);
        return await own ? null : known.FirstOrDefault(partner => partner.Key == offer.Partner)?.Name;
    }

    private async Task<bool> AskOwnAsync(Offer offer, CancellationToken cancellationToken)
    {
        if (calls.Find<IProductLookup>(offer.Partner) is not { } lookup)
        {
            return false;
        }

        var answer = await calls.RunAsync(offer.Partner, (connection, token) => lookup.LookUpAsync(connection, [offer.ExternalId], token), cancellationToken);
        return answer.Succeeded && (await offers.UpsertAsync(answer.Value.Offers, cancellationToken)).Contains(offer.Id);
    }

    private async Task AskOtherAsync(PartnerKey partner, string gtin, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (calls.Find<IProductLookup>(partner) is not { } lookup || (_asked.TryGetValue((partner, gtin), out var asked) && now - asked < OfferFreshness.Lifetime))
        {
            return;
        }

        var answer = await calls.RunAsync(partner, (connection, token) => lookup.LookUpGtinAsync(connection, gtin, token), cancellationToken);
        if (answer.Succeeded)
        {
            await offers.UpsertAsync(answer.Value.Offers, cancellationToken);
            if (_asked.Count >= MostRemembered)
            {
                _asked.Clear();
            }

            _asked[(partner, gtin)] = now;
        }
    }
}
