namespace AffiliateStudio.Features.Partners;

/// <summary>How a partner tells us that something changed.</summary>
public enum PostbackStyle
{
    /// <summary>impact.com: a GET address or POST body that is written at impact.com with its macros.</summary>
    Impact,

    /// <summary>Partnerize: a GET address or JSON that names the conversion.</summary>
    Partnerize,
}
