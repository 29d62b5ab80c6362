using System.Globalization;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>The filters beside the results; each change goes into the search, and so into the address.</summary>
public sealed partial class SearchFilters
{
    private static readonly int[] Rates = [1, 2, 3, 4, 5, 10];
    private string? _min;
    private string? _max;
    private string? _chosenName;
    private int _opened;

    [Inject]
    private PartnerDirectory Directory { get; set; } = null!;

    [Inject]
    private IMerchantBook Book { get; set; } = null!;

    /// <summary>The search as it is.</summary>
    [Parameter, EditorRequired]
    public SearchQuery Query { get; set; } = new();

    /// <summary>Partners with how many of the offers are theirs.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(PartnerKey Key, string Name, int Count)> Partners { get; set; } = [];

    /// <summary>Merchants of the chosen partner with how many of the offers are theirs.</summary>
    [Parameter]
    public IReadOnlyList<(string Id, string Name, int Count)> Merchants { get; set; } = [];

    /// <summary>Categories with how many of the offers are in them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Category, int Count)> Categories { get; set; } = [];

    /// <summary>Called with the changed search.</summary>
    [Parameter]
    public EventCallback<SearchQuery> OnChange { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        (_min, _max) = (SearchAddress.Dollars(Query.MinPriceMinor), SearchAddress.Dollars(Query.MaxPriceMinor));

        // The chosen partner stays in the list when it has nothing, so that the person sees why.
        _chosenName = Query.Partner is { } chosen && Partners.All(partner => partner.Key != chosen)
            ? (await Directory.FindAsync(chosen, CancellationToken.None))?.Name ?? chosen.Value
            : null;
    }

    private Task Change(SearchQuery query) => OnChange.InvokeAsync(query);

    private Task ApplyPrice()
    {
        var query = (Query with { MinPriceMinor = SearchAddress.Cents(_min), MaxPriceMinor = SearchAddress.Cents(_max) }).WithPricesInOrder();
        (_min, _max) = (SearchAddress.Dollars(query.MinPriceMinor), SearchAddress.Dollars(query.MaxPriceMinor));
        return Change(query);
    }

    private Task SetCommission(ChangeEventArgs change) =>
        Change(Query with { MinRateBasisPoints = int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var basisPoints) ? basisPoints : 0 });
}
