using System.Text.Json;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Turns conversions into lines, one for each item: the rooms of one booking are approved and cancelled on their own, and a booking of both is "mixed", which says nothing
/// about money. A conversion that names no items is a line itself; the only item of a conversion carries the conversion's own id, so both ways give the same line.
/// </summary>
internal static class PartnerizeLines
{
    /// <summary>A batch of conversions, each standing for itself.</summary>
    public static ConversionBatch Batch(string name, IReadOnlyList<ConversionEntry> entries)
    {
        var lines = new List<ReportedConversion>();
        var rejected = new List<RejectedLine>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Data is not { } conversion)
            {
                rejected.Add(new RejectedLine(i + 1, "{}", "The entry has no conversion_data."));
                continue;
            }

            foreach (var item in conversion.Items is { Count: > 0 } items ? items : [WholeOf(conversion)])
            {
                if (Line(conversion, item, out var problem) is { } line)
                {
                    lines.Add(line);
                }
                else
                {
                    var text = JsonSerializer.Serialize(new { conversion.ConversionId, item.ItemId, item.Status, item.Value, item.Commission, conversion.Currency, conversion.ConversionTime });
                    rejected.Add(new RejectedLine(i + 1, text.Length <= 500 ? text : text[..500], problem));
                }
            }
        }

        return new ConversionBatch { Name = name, Lines = lines, Rejected = rejected };
    }

    /// <summary>Our state for one of Partnerize's; a word that we do not know, and "mixed" of a conversion without items, is Other, never an error.</summary>
    public static ConversionState StateOf(string? status, bool isPayable) => status?.Trim().ToUpperInvariant() switch
    {
        "PENDING" => ConversionState.Pending,
        "APPROVED" => isPayable ? ConversionState.Payable : ConversionState.Approved,
        "REJECTED" => ConversionState.Reversed,
        _ => ConversionState.Other,
    };

    private static ConversionItem WholeOf(PartnerizeConversion conversion) => new()
    {
        ItemId = conversion.ConversionId,
        Value = conversion.Value?.Value,
        Commission = conversion.Value?.Commission,
        Status = conversion.Value?.Status,
    };

    private static ReportedConversion? Line(PartnerizeConversion conversion, ConversionItem item, out string problem)
    {
        problem = string.Empty;
        var status = item.Status ?? conversion.Value?.Status;
        if ((item.ItemId ?? conversion.ConversionId) is not { Length: > 0 and <= 120 } id)
        {
            problem = "The conversion has no id.";
        }
        else if (PartnerDay.ParseTime(conversion.ConversionTime) is not { } happened)
        {
            problem = "conversion_time must be a time such as 2027-02-03 10:00:00.";
        }
        else if (!Currency.TryOf(conversion.Currency, out _))
        {
            problem = "currency must be an ISO 4217 code such as USD.";
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(item.Value), conversion.Currency) is not { } sale)
        {
            problem = Unreadable("item_value", item.Value);
        }
        else if (MajorAmount.ToMoney(PlainNumber.Parse(item.Commission), conversion.Currency) is not { } commission)
        {
            problem = Unreadable("item_publisher_commission", item.Commission);
        }
        else
        {
            var isPayable = item.Payable?.Trim().ToUpperInvariant() is "TRUE" or "1" or "Y";
            var approved = PartnerDay.ParseTime(item.ApprovedAt)?.UtcDateTime;
            return new ReportedConversion
            {
                ExternalKey = id,
                State = StateOf(status, isPayable),
                StateRaw = status ?? string.Empty,
                OccurredAt = happened.UtcDateTime,

                // The report is asked for in UTC, so its days are.
                PartnerDay = DateOnly.FromDateTime(happened.UtcDateTime),
                SaleAmount = sale,
                Commission = commission,
                ProductExternalId = NullIfEmpty(item.Sku),
                ProductTitle = NullIfEmpty(string.Join(", ", new[] { item.Category, conversion.CampaignTitle }.Where(part => !string.IsNullOrWhiteSpace(part)))),
                SubId = NullIfEmpty(conversion.PublisherReference),
                OrderId = NullIfEmpty(conversion.ConversionReference),
                ClearedAt = isPayable ? approved : null,
                Reason = NullIfEmpty(item.RejectReason),
            };
        }

        return null;
    }

    // Never taken for nothing: a booking without money would take back what it earned before.
    private static string Unreadable(string member, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{member} is missing; a number such as 6.06 is expected." : $"{member} must be a number such as 6.06, without separators or signs of a currency.";

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
