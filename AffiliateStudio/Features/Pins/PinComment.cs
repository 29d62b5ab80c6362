using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>How far the comment is that stands for a pin at a platform.</summary>
/// <param name="IsPosted">Whether it is there.</param>
/// <param name="IsPinned">Whether it is pinned.</param>
/// <param name="FailedStep">What failed; null when nothing did.</param>
/// <param name="IsOff">Whether nothing went wrong and yet nothing is done: no account, no permission, no program.</param>
/// <param name="Problem">What failed, in the platform's words, with what to do.</param>
/// <param name="NextAttemptAt">When it is tried again by itself, UTC.</param>
public sealed record PinComment(bool IsPosted, bool IsPinned, PlatformStep? FailedStep, bool IsOff, string? Problem, DateTime? NextAttemptAt)
{
    /// <summary>What a row says.</summary>
    public static PinComment Of(PlatformComment row) => new(
        row.CommentId is not null,
        row.PinnedAt is not null,
        row.FailedStep,
        row.FailureKind is PartnerFailureKind.NotConnected,
        row.FailedStep is null ? null : $"{Ui.Sentence.Of(row.FailureMessage ?? string.Empty)} {row.FailureRemedy}{(row.FailureKind is PartnerFailureKind.NotConnected ? null : $" ({row.FailureCode})")}",
        row.NextAttemptAt);
}
