namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>
/// A partner whose search is for travel: it is asked only where a person wants travel, or where the words look like it. Its answers have no pages: the first holds all that
/// is shown of a search, up to the size asked for, and whoever shows it turns the pages.
/// </summary>
public interface ITravelSearch : IProductSearch
{
    /// <summary>What a search for these words would look for, or null when they are not about travel.</summary>
    TravelCriteria? Read(string words);
}
