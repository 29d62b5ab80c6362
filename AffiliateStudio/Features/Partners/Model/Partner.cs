namespace AffiliateStudio.Features.Partners.Model;

/// <summary>A retailer or network that we are approved with. Rows are seeded when the product starts; facts about a partner live here, not in code that uses it.</summary>
public sealed class Partner
{
    /// <summary>The key.</summary>
    public PartnerKey Key { get; init; }

    /// <summary>The name that people see, such as "Walmart".</summary>
    public required string Name { get; set; }

    /// <summary>The shop's domain shown to viewers, such as <c>walmart.com</c>.</summary>
    public required string ShopDomain { get; set; }

    /// <summary>Whether new pins may be made and search asks this partner.</summary>
    public bool IsApproved { get; set; }

    /// <summary>
    /// Hosts that a redirect may go to: exact, or with everything below when it starts with a dot (<c>.walmart.com</c>). Space separated, lower case.
    /// </summary>
    public required string AllowedHosts { get; set; }

    /// <summary>How long after the click an order counts, in hours, as the partner's terms state it.</summary>
    public int AttributionWindowHours { get; set; }

    /// <summary>About how many days after the order the money is paid out.</summary>
    public int PaysAfterDays { get; set; }

    /// <summary>Whether it sells stays and activities: an order is paid for only after the stay, and search asks for place and dates.</summary>
    public bool IsTravel { get; set; }

    /// <summary>The partner's time zone for report days, an IANA id such as <c>America/Los_Angeles</c>.</summary>
    public required string TimeZone { get; set; }

    /// <summary>How many hours after an order the partner usually reports it, so that lateness can be told from its ordinary pace.</summary>
    public int NormalReportLagHours { get; set; }

    /// <summary>How old a price may be, in minutes, before it must carry a time stamp; null when the partner has no such rule.</summary>
    public int? PriceStampAfterMinutes { get; set; }

    /// <summary>How old a price or picture may be, in hours, before it must not be shown at all; null when the partner has no such rule.</summary>
    public int? HidePriceAfterHours { get; set; }

    /// <summary>What does not pay, in words for the card, such as "Gift cards pay nothing".</summary>
    public string Restrictions { get; set; } = string.Empty;

    /// <summary>The sentence that the partner's terms demand near the link, or empty.</summary>
    public string RequiredDisclosure { get; set; } = string.Empty;
}
