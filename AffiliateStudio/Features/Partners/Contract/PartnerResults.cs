namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Wraps answers whose type is an interface, which the language does not convert by itself.</summary>
public static class PartnerResults
{
    /// <summary>Wraps an answer.</summary>
    public static PartnerResult<T> Of<T>(T value) => new(value, null);
}
