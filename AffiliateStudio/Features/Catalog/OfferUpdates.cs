using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Asks partners again for many offers that are known already, so that their prices and pictures may go on being shown.</summary>
internal sealed class OfferUpdates(PartnerCalls calls, OfferStore offers)
{
    // What Amazon gives in one call; other partners give more, and lose nothing by it.
    private const int AtATime = 10;

    /// <summary>
    /// Asks one partner for offers and keeps its answers. Ends at the first call that fails: a partner in trouble is left alone until the next time.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="externalIds">Its own ids of the offers.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>How many offers were told anew.</returns>
    public async Task<int> AskAsync(PartnerKey partner, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        if (calls.Find<IProductLookup>(partner) is not { } lookup)
        {
            return 0;
        }

        var told = 0;
        foreach (var some in externalIds.Chunk(AtATime))
        {
            var answer = await calls.RunAsync(partner, (connection, token) => lookup.LookUpAsync(connection, some, token), cancellationToken);
            if (!answer.Succeeded)
            {
                break;
            }

            told += (await offers.UpsertAsync(answer.Value.Offers, cancellationToken)).Count;
        }

        return told;
    }
}
