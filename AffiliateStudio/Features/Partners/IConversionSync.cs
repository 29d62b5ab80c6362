using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Partners;

/// <summary>
/// Reading a partner's reports now, as it is offered to this feature by the one that keeps the books. A run belongs to the product: whoever began it may leave, and everybody
/// sees how far it is.
/// </summary>
public interface IConversionSync
{
    /// <summary>Raised after a run was asked for, moved on or ended, on whatever thread did it.</summary>
    event EventHandler? Changed;

    /// <summary>Whether this partner reports orders when asked.</summary>
    bool Reads(PartnerKey partner);

    /// <summary>How far the partner's run is, or null when none is under way.</summary>
    ConversionSyncStage? Stage(PartnerKey partner);

    /// <summary>How the last run that was asked for here went; null before the first.</summary>
    ConversionSyncOutcome? LastOutcome(PartnerKey partner);

    /// <summary>Asks for a run; refused when one is under way or asked for already.</summary>
    Result Start(PartnerKey partner);

    /// <summary>When the newest report of this side was made, UTC; null when its reports do not say.</summary>
    Task<DateTime?> NewestReportAsync(PartnerKey partner, ConnectionKind side, CancellationToken cancellationToken);
}
