using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>What became of a batch.</summary>
/// <param name="Added">Lines that made a new conversion.</param>
/// <param name="Changed">Lines that changed one.</param>
/// <param name="Unchanged">Lines that said what was known already, or less than that.</param>
/// <param name="Removed">Conversions that were taken back because the batch does not list them any more.</param>
/// <param name="Unmatched">Lines that belong to no creator that we know.</param>
/// <param name="Refused">Lines that cannot follow what was reported before; admins see them as notices.</param>
/// <param name="Messages">One sentence for each creator whose money moved.</param>
internal sealed record AppliedBatch(
    int Added,
    int Changed,
    int Unchanged,
    int Removed,
    int Unmatched,
    int Refused,
    IReadOnlyDictionary<CreatorId, string> Messages);
