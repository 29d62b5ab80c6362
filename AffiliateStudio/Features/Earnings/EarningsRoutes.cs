using System.Globalization;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Earnings;

/// <summary>Where the feature's pages are.</summary>
public static class EarningsRoutes
{
    /// <summary>The creator's money.</summary>
    public const string Earnings = "/earnings";

    /// <summary>The rows behind every total.</summary>
    public const string Ledger = "/earnings/ledger";

    /// <summary>The same rows as a file.</summary>
    public const string LedgerFile = "/earnings/ledger.csv";

    /// <summary>Where exports of the Amazon dashboard are uploaded.</summary>
    public const string Import = "/earnings/import";

    /// <summary>Reading, imports, notices and the ledger check, for admins.</summary>
    public const string Admin = "/admin/conversions";

    /// <summary>The rows behind a total.</summary>
    public static string Rows(DateOnly from, DateOnly to, string? state = null, VideoId? video = null, PinId? pin = null, PartnerKey? partner = null, string? currency = null)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"{Ledger}?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        url += state is null ? null : "&state=" + state;
        url += video is null ? null : "&video=" + video.Value.Value;
        url += pin is null ? null : "&pin=" + pin.Value.Value;
        url += partner is null ? null : "&partner=" + partner.Value.Value;
        return url + (currency is null ? null : "&currency=" + currency);
    }
}
