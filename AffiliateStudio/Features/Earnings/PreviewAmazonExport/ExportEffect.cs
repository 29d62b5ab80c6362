namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>What an export does to the books: of the moment for a preview, final after it was taken in.</summary>
/// <param name="Added">Lines that are new.</param>
/// <param name="Changed">Lines that change an order.</param>
/// <param name="Unchanged">Lines that say what is known already, or less than that.</param>
/// <param name="Removed">Orders that are taken back because the export does not list them.</param>
/// <param name="Unmatched">Lines that belong to nobody we know.</param>
public sealed record ExportEffect(int Added, int Changed, int Unchanged, int Removed, int Unmatched);
