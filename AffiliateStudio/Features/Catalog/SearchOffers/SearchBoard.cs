using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>
/// What has come in for one search so far, filtered and put in order. What is on screen keeps its place: by relevance later answers follow below; in a sorted list they wait
/// in <see cref="WaitingCount"/> until the person lets them in.
/// </summary>
internal sealed class SearchBoard(SearchQuery query)
{
    private readonly Dictionary<OfferId, OfferSummary> _known = [];
    private readonly List<OfferId> _order = [];
    private readonly List<OffersFound> _pending = [];
    private readonly Dictionary<string, bool> _hasMore = [];
    private readonly Dictionary<PartnerKey, PartnerQuiet> _quiet = [];
    private List<OfferSummary> _shown = [];
    private bool _isAnswered;
    private List<OfferSummary>? _waiting;

    /// <summary>The search.</summary>
    public SearchQuery Query { get; } = query;

    /// <summary>The pages that are in.</summary>
    public int Pages { get; private set; }

    /// <summary>The offers on screen, in order.</summary>
    public IReadOnlyList<OfferSummary> Shown => _shown;

    /// <summary>How many offers wait to be let into a sorted list.</summary>
    public int WaitingCount => _waiting is null ? 0 : _waiting.Count - _shown.Count;

    /// <summary>Partners that gave nothing.</summary>
    public IReadOnlyCollection<PartnerQuiet> Quiet => _quiet.Values;

    /// <summary>
    /// The shops that would have been asked and could not answer, when there is nothing else to show: no shop answered and our own index knows nothing. Empty otherwise.
    /// </summary>
    public IReadOnlyList<string> Unanswered =>
        _isAnswered || KnownCount > 0 ? [] : [.. _quiet.Values.Where(quiet => quiet.IsOutage).Select(quiet => quiet.PartnerName).Order(StringComparer.Ordinal)];

    /// <summary>Whether any source has another page.</summary>
    public bool HasMore => Pages < SearchQuery.LastPage && _hasMore.ContainsValue(true);

    /// <summary>Everything that has come in, whatever the filters.</summary>
    public int KnownCount => _order.Count;

    /// <summary>What a partner for travel was asked because the words look like travel; null when none was.</summary>
    public TravelCriteria? Travel { get; private set; }

    /// <summary>The places that the words may mean, with what was asked for; null when there is nothing to choose.</summary>
    public PlacesFound? Places { get; private set; }

    /// <summary>Takes an event in; offers wait for <see cref="Flush"/>.</summary>
    public void Take(SearchEvent happened)
    {
        switch (happened)
        {
            case OffersFound found:
                _pending.Add(found);
                _hasMore[found.Source?.Value ?? string.Empty] = found.HasMore;
                if (found.Source is { } source)
                {
                    _isAnswered = true;
                    _quiet.Remove(source);
                }

                break;
            case TravelAsked asked:
                Travel = asked.Criteria;
                break;
            case PlacesFound places:
                Places = places;
                break;
            case PartnerQuiet quiet:
                _quiet[quiet.Partner] = quiet;
                _hasMore[quiet.Partner.Value] = false;
                break;
        }
    }

    /// <summary>Puts what has come in on screen, sources taking turns. <paramref name="mayReorder"/> is false once somebody may be looking at a sorted list.</summary>
    public void Flush(bool mayReorder)
    {
        var turns = _pending.Select(found => new Queue<OfferSummary>(found.Offers)).ToList();
        while (turns.Exists(turn => turn.Count > 0))
        {
            foreach (var turn in turns)
            {
                while (turn.TryDequeue(out var offer))
                {
                    var isNew = !_known.ContainsKey(offer.Id);
                    _known[offer.Id] = offer;
                    if (isNew)
                    {
                        _order.Add(offer.Id);
                        break;
                    }
                }
            }
        }

        _pending.Clear();
        var next = Arrange();
        if (Query.Sort == OfferSort.Relevance || mayReorder || _shown.Count == 0)
        {
            (_shown, _waiting) = (next, null);
            return;
        }

        _waiting = next.Count > _shown.Count ? next : null;
        _shown = [.. _shown.Select(offer => _known[offer.Id])];
    }

    /// <summary>Lets what waits into the sorted list.</summary>
    public void LetIn()
    {
        _shown = _waiting ?? _shown;
        _waiting = null;
    }

    /// <summary>Notes that a page is in.</summary>
    public void FinishPage() => Pages++;

    /// <summary>How many of what has come in each partner has, with every filter but the one for partners.</summary>
    public IReadOnlyList<(PartnerKey Key, string Name, int Count)> PartnerCounts() =>
    [
        .. All().GroupBy(offer => (offer.Partner, offer.PartnerName))
            .Select(group => (group.Key.Partner, group.Key.PartnerName, group.Count(offer => Fits(offer, Query with { Partner = null, Merchant = string.Empty })))).OrderBy(count => count.PartnerName, StringComparer.Ordinal),
    ];

    /// <summary>How many of what has come in each merchant of the chosen partner has, with every filter but the one for merchants; none unless the partner is a network.</summary>
    public IReadOnlyList<(string Id, string Name, int Count)> MerchantCounts() => Query.Partner is null
        ? []
        : [
            .. All().Where(offer => offer.Partner == Query.Partner && offer.IsSoldByMerchant)
                .GroupBy(offer => offer.MerchantId)
                .Select(group => (Id: group.Key, Name: group.First().Merchant, Count: group.Count(offer => Fits(offer, Query with { Merchant = string.Empty }))))
                .OrderBy(count => count.Name, StringComparer.Ordinal),
        ];

    /// <summary>How many of what has come in each category of the first level has, and below the chosen one each of its children.</summary>
    public IReadOnlyList<(string Category, int Count)> CategoryCounts()
    {
        var fitting = All().Where(offer => offer.Category.Length > 0 && Fits(offer, Query with { Category = string.Empty })).ToList();
        var top = StudioCategories.TopOf(Query.Category);
        var tops = fitting.GroupBy(offer => StudioCategories.TopOf(offer.Category)).Select(group => (Category: group.Key, Count: group.Count()));
        var below = top.Length == 0
            ? []
            : fitting.Where(offer => StudioCategories.IsWithin(offer.Category, top) && offer.Category != top)
                .GroupBy(offer => string.Join('/', offer.Category.Split('/').Take(2))).Select(group => (Category: group.Key, Count: group.Count()));
        return [.. tops.Concat(below).OrderBy(count => count.Category, StringComparer.Ordinal)];
    }

    private IEnumerable<OfferSummary> All() => _order.Select(id => _known[id]);

    private List<OfferSummary> Arrange()
    {
        var fitting = All().Where(offer => Fits(offer, Query));
        return Query.Sort switch
        {
            OfferSort.PriceAscending => [.. fitting.OrderBy(offer => offer.Price.Price?.MinorUnits ?? long.MaxValue)],
            OfferSort.PriceDescending => [.. fitting.OrderByDescending(offer => offer.Price.Price?.MinorUnits ?? -1)],
            OfferSort.CommissionRate => [.. fitting.OrderByDescending(offer => offer.Earning?.Rate.BasisPoints ?? -1)],
            OfferSort.MoneyPerSale => [.. fitting.OrderByDescending(offer => offer.PerSale?.MinorUnits ?? -1)],
            _ => [.. fitting],
        };
    }

    private static bool Fits(OfferSummary offer, SearchQuery query) =>
        (query.Partner is null || (offer.Partner == query.Partner && (query.Merchant.Length == 0 || offer.MerchantId == query.Merchant)))
        && StudioCategories.IsWithin(offer.Category, query.Category)
        && (query.MinPriceMinor is null || offer.Price.Price?.MinorUnits >= query.MinPriceMinor)
        && (query.MaxPriceMinor is null || offer.Price.Price?.MinorUnits <= query.MaxPriceMinor)
        && (query.MinRateBasisPoints == 0 || offer.Earning?.Rate.BasisPoints >= query.MinRateBasisPoints)
        && (!query.InStockOnly || offer.Stock != StockState.OutOfStock);
}
