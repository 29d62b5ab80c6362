using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>One file or window of conversions that was read, and what became of its lines.</summary>
public sealed class ImportBatch
{
    /// <summary>The id.</summary>
    public ImportBatchId Id { get; init; }

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>What was read: a report file's name, a window, the name of an uploaded file.</summary>
    public required string Name { get; init; }

    /// <summary>Who uploaded it; null for a scheduled run.</summary>
    public Guid? UploadedBy { get; init; }

    /// <summary>Lines that made a new conversion.</summary>
    public int Added { get; set; }

    /// <summary>Lines that changed one.</summary>
    public int Changed { get; set; }

    /// <summary>Lines that said what we knew already.</summary>
    public int Unchanged { get; set; }

    /// <summary>Lines of an earlier batch of the same scope that were taken back.</summary>
    public int Removed { get; set; }

    /// <summary>Lines that belong to no pin or creator that we know.</summary>
    public int Unmatched { get; set; }

    /// <summary>Lines that could not be read, as a JSON array of line number, text and reason.</summary>
    public string RejectedJson { get; set; } = "[]";

    /// <summary>How many lines could not be read.</summary>
    public int Rejected { get; set; }

    /// <summary>When it was applied, UTC.</summary>
    public DateTime AppliedAt { get; init; }
}
