using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Settings under <c>Catalog</c>.</summary>
internal sealed class CatalogOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Catalog";

    /// <summary>How long a search or a page waits for one partner, in milliseconds.</summary>
    [Range(10, 60_000, ErrorMessage = "Catalog:PartnerDeadlineMilliseconds must be between 10 and 60000, for example 8000.")]
    public int PartnerDeadlineMilliseconds { get; set; } = 8_000;

    /// <summary>For how many minutes the same search at the same partner is answered from memory.</summary>
    [Range(0, 60, ErrorMessage = "Catalog:SearchCacheMinutes must be between 0 and 60; partners allow a price to be an hour old at most.")]
    public int SearchCacheMinutes { get; set; } = 10;
}
