using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>What a creator looks for. It is the whole state of the search page and lives in its address (<see cref="SearchAddress"/>).</summary>
public sealed record SearchQuery
{
    /// <summary>The most characters that a search may have.</summary>
    public const int LongestText = 200;

    /// <summary>How many people are meant where nothing is said.</summary>
    public const int UsualGuests = 2;

    /// <summary>The most people in one room.</summary>
    public const int MostGuests = 14;

    /// <summary>The last page that is asked for.</summary>
    public const int LastPage = 10;

    /// <summary>The words, trimmed; a pasted address also stands here.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>Stays or things to do, when the search is for travel; null for products.</summary>
    public TravelKind? Travel { get; init; }

    /// <summary>The place that a traveller looks for, as typed or as chosen.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>The partner's id of the place, once the person chose between several of the same name; empty else.</summary>
    public string PlaceId { get; init; } = string.Empty;

    /// <summary>The first night or day as it was typed; null for none.</summary>
    public DateOnly? CheckIn { get; init; }

    /// <summary>The day of leaving as it was typed; null for none.</summary>
    public DateOnly? CheckOut { get; init; }

    /// <summary>How many people.</summary>
    public int Guests { get; init; } = UsualGuests;

    /// <summary>Only this partner, or null for all.</summary>
    public PartnerKey? Partner { get; init; }

    /// <summary>Only this merchant of the partner's, by the partner's id of it; empty for all. It says nothing without a partner.</summary>
    public string Merchant { get; init; } = string.Empty;

    /// <summary>Only this studio category and what is below it; empty for all.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>The least price in US cents.</summary>
    public long? MinPriceMinor { get; init; }

    /// <summary>The highest price in US cents.</summary>
    public long? MaxPriceMinor { get; init; }

    /// <summary>The least commission rate in basis points; 0 for any.</summary>
    public int MinRateBasisPoints { get; init; }

    /// <summary>Whether to leave out what cannot be bought now.</summary>
    public bool InStockOnly { get; init; }

    /// <summary>The order.</summary>
    public OfferSort Sort { get; init; }

    /// <summary>Up to which page results are shown, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What is looked for, in the person's words.</summary>
    public string Subject => Travel is null ? Words : Place;

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsAsked => Subject.Length > 0;

    /// <summary>What a traveller looks for; null for products.</summary>
    public TravelCriteria? Criteria => Travel is { } kind ? new TravelCriteria(kind, Place, PlaceId.Length > 0 ? PlaceId : null, CheckIn, CheckOut, Guests) : null;

    /// <summary>Whether any filter is set.</summary>
    public bool IsFiltered => Partner is not null || Category.Length > 0 || MinPriceMinor is not null || MaxPriceMinor is not null || MinRateBasisPoints > 0 || InStockOnly;

    /// <summary>The same search with the lower price first: who writes them the other way round means the same.</summary>
    public SearchQuery WithPricesInOrder() => MinPriceMinor > MaxPriceMinor ? this with { MinPriceMinor = MaxPriceMinor, MaxPriceMinor = MinPriceMinor } : this;

    /// <summary>The same search without filters.</summary>
    public SearchQuery Unfiltered() => this with { Partner = null, Category = string.Empty, MinPriceMinor = null, MaxPriceMinor = null, MinRateBasisPoints = 0, InStockOnly = false, Page = 1 };

    /// <summary>A search for travel.</summary>
    public static SearchQuery For(TravelCriteria criteria) => new()
    {
        Travel = criteria.Kind, Place = criteria.Place, PlaceId = criteria.PlaceId ?? string.Empty, CheckIn = criteria.CheckIn, CheckOut = criteria.CheckOut, Guests = criteria.Guests,
    };
}
