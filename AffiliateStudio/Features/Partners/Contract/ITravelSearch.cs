namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A partner whose search is for travel: it is asked only where a person wants travel, or where the words look like it.</summary>
public interface ITravelSearch : IProductSearch
{
    /// <summary>What a search for these words would look for, or null when they are not about travel.</summary>
    TravelCriteria? Read(string words);
}
