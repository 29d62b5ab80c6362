namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Why a partner gave no usable answer.</summary>
/// <param name="Kind">What it means for us.</param>
/// <param name="Code">The partner's own word or status, such as <c>403 AssociateNotEligible</c>.</param>
/// <param name="Message">The partner's own message, shortened, without secrets.</param>
/// <param name="Remedy">What an admin can do about it, in plain words.</param>
/// <param name="RetryAfter">When the partner asked to wait: for how long.</param>
public sealed record PartnerFailure(PartnerFailureKind Kind, string Code, string Message, string Remedy, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the same call may go through later without anybody changing anything.</summary>
    public bool IsTransient => Kind is PartnerFailureKind.Throttled or PartnerFailureKind.Unavailable or PartnerFailureKind.TimedOut
        or PartnerFailureKind.CircuitOpen or PartnerFailureKind.MalformedAnswer;
}
