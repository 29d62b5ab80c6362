namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Conversions that belong together, applied in one transaction.</summary>
public sealed record ConversionBatch
{
    private readonly bool? _isPartial;

    /// <summary>What the batch is, for the import log: a file name, a window.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// When set, the batch is the whole truth for this scope (an Amazon report day): lines of an earlier batch with the same scope that are not in it any more are
    /// taken back. When null, each line stands for itself and is inserted or updated by its key.
    /// </summary>
    public string? ReplacesScope { get; init; }

    /// <summary>
    /// When the partner made what the batch says (a report file's last-modified time), UTC, when it is known: an older batch that comes late never overwrites a newer one.
    /// Null means now.
    /// </summary>
    public DateTime? AsOf { get; init; }

    /// <summary>
    /// Whether only the person who earns by it says so. Such lines start as pending, never touch what the partner or an admin reported, and give way to the next report of theirs.
    /// </summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ReportedConversion> Lines { get; init; }

    /// <summary>Lines that could not be read, with the reason.</summary>
    public IReadOnlyList<RejectedLine> Rejected { get; init; } = [];

    /// <summary>
    /// Whether lines could not be read: what is missing from such a batch proves nothing, so it takes nothing back. True when there are <see cref="Rejected"/> lines, unless
    /// whoever made the batch knows better.
    /// </summary>
    public bool IsPartial
    {
        get => _isPartial ?? Rejected.Count > 0;
        init => _isPartial = value;
    }

    /// <summary>
    /// The watermark to keep once this batch is stored. Its column has no limit of length, but it is written with every batch: a few dozen bytes are usual, some ten thousand
    /// the most that a connector should need.
    /// </summary>
    public string? Watermark { get; init; }

    /// <summary>How far the whole run is after this batch, 0 to 100, for the progress display.</summary>
    public int PercentDone { get; init; }
}
