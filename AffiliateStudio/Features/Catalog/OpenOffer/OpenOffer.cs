using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Catalog.OpenOffer;

/// <summary>Reads what we know of an offer, without asking anybody.</summary>
internal sealed class OpenOffer(OfferStore offers)
{
    /// <summary>The offer, or the error that it is not there.</summary>
    public async Task<Result<OfferDetails>> RunAsync(OfferId id, CancellationToken cancellationToken)
    {
        if (await offers.FindOfferAsync(id, cancellationToken) is not { } row || await offers.FindAsync(id, cancellationToken) is not { } summary)
        {
            return CatalogErrors.OfferNotFound;
        }

        return new OfferDetails(summary, row.Description, row.Gtin is null ? [] : await offers.FindSameProductAsync(row.Gtin, cancellationToken));
    }
}
