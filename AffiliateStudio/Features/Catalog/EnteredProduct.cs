namespace AffiliateStudio.Features.Catalog;

/// <summary>What a person says about a product when no connection can tell.</summary>
public sealed class EnteredProduct
{
    /// <summary>The address of the product page, as pasted.</summary>
    public string Url { get; set; } = string.Empty;

    /// <summary>The title, 3 to 300 characters.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The address of a picture, https, or empty.</summary>
    public string ImageUrl { get; set; } = string.Empty;

    /// <summary>The price in US dollars as the person writes it, or empty.</summary>
    public string Price { get; set; } = string.Empty;
}
