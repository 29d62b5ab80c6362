namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>The partner reports orders when asked.</summary>
public interface IConversionFeed
{
    /// <summary>
    /// Reads what may have changed since the last run. The connector decides what that means for its protocol and keeps what it must remember in the watermark;
    /// windows overlap, so the same line may come again and must change nothing. A batch carries a watermark only when nothing before it can be missing.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="watermark">What the last finished run left, or null at the first.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, CancellationToken cancellationToken);
}
