using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>One conversion as its creator sees it.</summary>
/// <param name="Id">The conversion.</param>
/// <param name="Day">The UTC day.</param>
/// <param name="Product">What was bought.</param>
/// <param name="Partner">The partner's name.</param>
/// <param name="Video">The video's caption, or empty.</param>
/// <param name="State">The word for the state.</param>
/// <param name="Amount">The creator's part; on a reversed row what was lost.</param>
/// <param name="Formula">How the amount came about.</param>
/// <param name="Reason">Why it stands where it stands.</param>
/// <param name="Quantity">Pieces; negative for a return.</param>
internal sealed record EarningRow(
    ConversionId Id,
    DateOnly Day,
    string Product,
    string Partner,
    string Video,
    string State,
    Money Amount,
    string Formula,
    string Reason,
    int Quantity);

/// <summary>A page of rows and the sums of all of them.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Sums">What they add up to, one sum per currency. Reversed rows count for nothing unless only they were asked for.</param>
internal sealed record EarningRows(IReadOnlyList<EarningRow> Rows, int Total, IReadOnlyList<Money> Sums);
