using System.Text.Json;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Turns transactions into conversions. An order has a row for each SKU; a return or correction is one more row with negative amounts, which nets with the sale as Amazon's
/// return rows do. The same transaction id again is news of the same row.
/// </summary>
internal static class RakutenConversions
{
    /// <summary>A batch of transactions, each standing for itself.</summary>
    public static ConversionBatch Batch(string name, IReadOnlyList<Transaction?> rows)
    {
        var lines = new List<ReportedConversion>();
        var rejected = new List<RejectedLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i] ?? new Transaction();
            if (Line(row, out var problem) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                var text = JsonSerializer.Serialize(new { row.Id, row.IsEvent, row.SaleAmount, row.Commissions, row.Currency, row.TransactionDate });
                rejected.Add(new RejectedLine(i + 1, text.Length <= 500 ? text : text[..500], problem));
            }
        }

        return new ConversionBatch { Name = name, Lines = lines, Rejected = rejected };
    }

    /// <summary>Our state for Rakuten's switch: a signal may yet be dropped, a transaction counts. A word that we do not know is Other, never an error.</summary>
    public static ConversionState StateOf(string? isEvent) => isEvent?.Trim().ToUpperInvariant() switch
    {
        "Y" or "TRUE" => ConversionState.Pending,
        "N" or "FALSE" => ConversionState.Approved,
        _ => ConversionState.Other,
    };

    private static ReportedConversion? Line(Transaction row, out string problem)
    {
        problem = string.Empty;
        var happened = RakutenTime.Parse(row.TransactionDate) ?? RakutenTime.Parse(row.ProcessDate);
        if (row.Id?.Trim() is not { Length: > 0 and <= 120 } id)
        {
            problem = "The row has no etransaction_id.";
        }
        else if (happened is not { } occurred)
        {
            problem = "transaction_date must be a time such as Wed Apr 15 2020 21:20:27 GMT+0000 (UTC).";
        }
        else if (!Currency.TryOf(row.Currency, out _))
        {
            problem = "currency must be an ISO 4217 code such as USD.";
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(row.SaleAmount), row.Currency) is not { } sale)
        {
            problem = Unreadable("sale_amount", row.SaleAmount);
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(row.Commissions), row.Currency) is not { } commission)
        {
            problem = Unreadable("commissions", row.Commissions);
        }
        else
        {
            return Conversion(row, id, occurred, sale, commission);
        }

        return null;
    }

    // Never taken for nothing: an order without money would take back what it earned before.
    private static string Unreadable(string member, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{member} is missing; a number such as 4.47 is expected." : $"{member} must be a number such as 4.47, without separators or signs of a currency.";

    private static ReportedConversion Conversion(Transaction row, string id, DateTimeOffset occurred, Money sale, Money commission)
    {
        var isReturn = sale.IsNegative || commission.IsNegative;
        var pieces = row.Quantity is { } quantity && quantity is >= -100_000 and <= 100_000 ? (int)quantity : 1;
        return new ReportedConversion
        {
            ExternalKey = id,
            State = StateOf(row.IsEvent),
            StateRaw = (row.IsEvent?.Trim() ?? string.Empty) + (isReturn ? ", negative amount" : string.Empty),
            OccurredAt = occurred.UtcDateTime,
            PartnerDay = DateOnly.FromDateTime(occurred.UtcDateTime),
            SaleAmount = sale,
            Commission = commission,
            Quantity = isReturn ? -Math.Abs(pieces) : pieces,
            ProductExternalId = NullIfEmpty(row.Sku),
            OfferExternalId = RakutenProductId.Of(row.AdvertiserId?.Trim(), row.Sku),
            ProductTitle = PlainText.FromHtml(row.ProductName, 300),
            SubId = NullIfEmpty(row.U1),
            OrderId = NullIfEmpty(row.OrderId),
            Reason = isReturn ? "The shop took the order back or corrected it" : null,
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
