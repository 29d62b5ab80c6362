namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What a traveller looks for.</summary>
public enum TravelKind
{
    /// <summary>A place to sleep.</summary>
    Stays,

    /// <summary>Tours, tickets, lessons.</summary>
    Activities,
}
