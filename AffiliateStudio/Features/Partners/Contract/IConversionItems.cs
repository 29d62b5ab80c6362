namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner tells what was bought in an order, beside its feed: one call for each order.</summary>
public interface IConversionItems
{
    /// <summary>Reads the items of one reported order, in the partner's order; what a return took back stands as an item of its own.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="externalKey">The order line's key, as the feed gave it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadItemsAsync(ConnectionContext connection, string externalKey, CancellationToken cancellationToken);
}
