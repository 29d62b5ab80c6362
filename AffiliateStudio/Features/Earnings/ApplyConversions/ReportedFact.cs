using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>A reported line made fit for the database: texts cut to their columns, without characters that no database takes, and digested.</summary>
internal sealed class ReportedFact
{
    /// <summary>Takes a line.</summary>
    public ReportedFact(ReportedConversion line)
    {
        Line = line;
        Key = Clean(line.ExternalKey, 200);
        StateRaw = Clean(line.StateRaw, 64);
        SubId = Clean(line.SubId, 255);
        TrackingTag = Clean(line.TrackingTag, 64);
        Title = Clean(line.ProductTitle, 300);
        ProductId = Clean(line.ProductExternalId, 64);
        OrderId = Clean(line.OrderId, 64);
        Reason = Clean(line.Reason, 200);
        Fingerprint = Digest();
    }

    /// <summary>The line as the connector gave it.</summary>
    public ReportedConversion Line { get; }

    /// <summary>The external key.</summary>
    public string Key { get; }

    /// <summary>The partner's word.</summary>
    public string StateRaw { get; }

    /// <summary>The sub-id, or empty.</summary>
    public string SubId { get; }

    /// <summary>The tracking tag, or empty.</summary>
    public string TrackingTag { get; }

    /// <summary>The title, or empty.</summary>
    public string Title { get; }

    /// <summary>The partner's product id, or empty.</summary>
    public string ProductId { get; }

    /// <summary>The order number, or empty.</summary>
    public string OrderId { get; }

    /// <summary>The partner's reason, or empty.</summary>
    public string Reason { get; }

    /// <summary>A digest of everything that counts. Sub-id and order number do not: not every source of the same line carries them.</summary>
    public string Fingerprint { get; }

    /// <summary>The same line under another key.</summary>
    public ReportedFact Under(string key) => key == Key ? this : new ReportedFact(Line with { ExternalKey = key });

    /// <summary>Writes what the partner says into the row. A source that does not carry sub-id, order number or title takes nothing away.</summary>
    public void WriteTo(Conversion row)
    {
        row.StateRaw = StateRaw;
        row.OccurredAt = Line.OccurredAt;
        row.Day = DateOnly.FromDateTime(Line.OccurredAt);
        row.PartnerDay = Line.PartnerDay;
        row.Quantity = Line.Quantity;
        row.ProductExternalId = ProductId.Length > 0 ? ProductId : row.ProductExternalId;
        row.ProductTitle = Title.Length > 0 ? Title : row.ProductTitle;
        row.OrderId = OrderId.Length > 0 ? OrderId : row.OrderId;
        row.SubId = SubId.Length > 0 ? SubId : row.SubId;
        row.TrackingTag = TrackingTag.Length > 0 ? TrackingTag : row.TrackingTag;
        row.LocksAt = Line.LocksAt;
        row.ClearedAt = Line.ClearedAt;
        row.Reason = Reason;
        row.Fingerprint = Fingerprint;
        row.RefusedFingerprint = string.Empty;
    }

    /// <summary>A text that fits its column: no character that a database refuses, not too long, no half of a pair at its end.</summary>
    public static string Clean(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var clean = new string([.. text.Where(character => !char.IsControl(character))]).Trim();
        return clean.Length <= longest ? clean : clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)];
    }

    private string Digest()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Line.State}\n{StateRaw}\n{Line.OccurredAt:O}\n{Line.PartnerDay:O}\n{Line.SaleAmount}\n{Line.Commission}\n{Line.Quantity}\n{ProductId}\n{TrackingTag}\n{Line.LocksAt:O}\n{Line.ClearedAt:O}\n{Reason}");
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
