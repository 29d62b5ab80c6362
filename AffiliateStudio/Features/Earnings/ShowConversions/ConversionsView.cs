using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ShowConversions;

/// <summary>Everything on the admins' page.</summary>
/// <param name="Partners">How reading each partner goes.</param>
/// <param name="Batches">The last batches that brought something.</param>
/// <param name="Notices">What was refused or not understood, newest first.</param>
/// <param name="Claims">Creators who have entered the tag of unmatched conversions as theirs.</param>
/// <param name="Unmatched">A page of conversions that belong to nobody we know.</param>
/// <param name="UnmatchedTotal">How many of them there are.</param>
public sealed record ConversionsView(
    IReadOnlyList<PartnerSync> Partners,
    IReadOnlyList<BatchRow> Batches,
    IReadOnlyList<NoticeRow> Notices,
    IReadOnlyList<TagClaim> Claims,
    IReadOnlyList<UnmatchedRow> Unmatched,
    int UnmatchedTotal);

/// <summary>How reading a partner's reports goes.</summary>
/// <param name="Key">The partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsConnected">Whether there is a working connection.</param>
/// <param name="ReadAt">When its reports were last read to the end, UTC.</param>
/// <param name="Error">Why the last try failed, or null.</param>
/// <param name="MovedAt">When the side in use last told something that was not read before, UTC; null when nothing ever came.</param>
public sealed record PartnerSync(PartnerKey Key, string Name, bool IsConnected, DateTime? ReadAt, string? Error, DateTime? MovedAt);

/// <summary>A batch that was taken in.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Partner">The partner's key.</param>
/// <param name="Name">A file or window.</param>
/// <param name="IsUpload">Whether a person uploaded it.</param>
/// <param name="Added">New conversions.</param>
/// <param name="Changed">Changed ones.</param>
/// <param name="Unchanged">Lines that said what was known.</param>
/// <param name="Removed">Conversions taken back.</param>
/// <param name="Unmatched">Lines of nobody we know.</param>
/// <param name="RejectedLines">Lines that could not be read, 500 at most.</param>
/// <param name="Rejected">How many could not be read.</param>
/// <param name="AppliedAt">When it was taken in, UTC.</param>
public sealed record BatchRow(
    ImportBatchId Id,
    string Partner,
    string Name,
    bool IsUpload,
    int Added,
    int Changed,
    int Unchanged,
    int Removed,
    int Unmatched,
    IReadOnlyList<RejectedLine> RejectedLines,
    int Rejected,
    DateTime AppliedAt);

/// <summary>Something that a partner reported and that was not done.</summary>
/// <param name="What">The conversion.</param>
/// <param name="Text">What was reported and why nothing changed.</param>
/// <param name="At">When, UTC.</param>
public sealed record NoticeRow(string What, string Text, DateTime At);

/// <summary>A conversion of nobody we know.</summary>
/// <param name="Id">The conversion.</param>
/// <param name="Partner">The partner's key.</param>
/// <param name="ExternalKey">The partner's name for it.</param>
/// <param name="Product">What was bought.</param>
/// <param name="Tag">The tracking tag, or empty.</param>
/// <param name="SubId">The sub-id, or empty.</param>
/// <param name="State">The word for its state.</param>
/// <param name="Commission">What the partner pays for it.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
public sealed record UnmatchedRow(
    ConversionId Id,
    string Partner,
    string ExternalKey,
    string Product,
    string Tag,
    string SubId,
    string State,
    Money Commission,
    DateTime OccurredAt);
