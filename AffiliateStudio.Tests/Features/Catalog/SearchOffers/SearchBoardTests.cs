using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Features.Catalog.SearchOffers;

public sealed class SearchBoardTests
{
    private static readonly PartnerKey A = PartnerKey.Amazon;
    private static readonly PartnerKey W = PartnerKey.Walmart;

    [Fact]
    public void TwoSourcesTogether_ByRelevance_TakeTurnsWithoutRepeats()
    {
        var board = Board(new SearchQuery { Words = "lamp" });
        board.Take(Found(A, 1, 2, 3));
        board.Take(Found(W, 11, 12));
        board.Take(new OffersFound(null, [CatalogSamples.Summary(2, A)], false));

        board.Flush(mayReorder: true);

        Assert.Equal([1, 11, 2, 3, 12], Numbers(board));
    }

    [Fact]
    public void LaterAnswer_ByRelevance_FollowsBelowWhatIsShown()
    {
        var board = Board(new SearchQuery { Words = "lamp" });
        board.Take(Found(A, 1, 2));
        board.Flush(mayReorder: true);

        board.Take(Found(W, 11));
        board.Flush(mayReorder: false);

        Assert.Equal([1, 2, 11], Numbers(board));
    }

    [Fact]
    public void LaterAnswer_InASortedList_WaitsToBeLetIn()
    {
        var board = Board(new SearchQuery { Words = "lamp", Sort = OfferSort.PriceAscending });
        board.Take(new OffersFound(A, [CatalogSamples.Summary(1, A, 2000)], false));
        board.Flush(mayReorder: true);

        board.Take(new OffersFound(W, [CatalogSamples.Summary(11, W, 1000)], false));
        board.Flush(mayReorder: false);
        Assert.Equal([1], Numbers(board));
        Assert.Equal(1, board.WaitingCount);

        board.LetIn();
        Assert.Equal([11, 1], Numbers(board));
        Assert.Equal(0, board.WaitingCount);
    }

    [Fact]
    public void Sorts_PutWhatIsNotKnownLast()
    {
        OfferSummary[] offers = [CatalogSamples.Summary(1, A, null), CatalogSamples.Summary(2, A, 1000, 1000), CatalogSamples.Summary(3, W, 9000, 200)];
        int[] Sorted(OfferSort sort)
        {
            var board = Board(new SearchQuery { Words = "lamp", Sort = sort });
            board.Take(new OffersFound(null, offers, false));
            board.Flush(mayReorder: true);
            return Numbers(board);
        }

        Assert.Equal([2, 3, 1], Sorted(OfferSort.PriceAscending));
        Assert.Equal([3, 2, 1], Sorted(OfferSort.PriceDescending));
        Assert.Equal([2, 1, 3], Sorted(OfferSort.CommissionRate));
        Assert.Equal([3, 2, 1], Sorted(OfferSort.MoneyPerSale));
    }

    [Fact]
    public void Facets_CountWhatTheOtherFiltersLet()
    {
        var board = Board(new SearchQuery { Words = "lamp", Partner = A, Category = "Home" });
        board.Take(new OffersFound(null, [CatalogSamples.Summary(1, A), CatalogSamples.Summary(2, W), CatalogSamples.Summary(3, A, category: "Garden")], false));
        board.Flush(mayReorder: true);

        Assert.Equal([1], Numbers(board));
        Assert.Equal([("Amazon", 1), ("Walmart", 1)], board.PartnerCounts().Select(count => (count.Name, count.Count)));
        Assert.Equal([("Garden", 1), ("Home", 1), ("Home/Lighting", 1)], board.CategoryCounts());
    }

    [Fact]
    public void Merchants_AreCountedBelowTheChosenPartner()
    {
        OfferSummary[] offers =
        [
            CatalogSamples.Summary(1, W) with { MerchantId = "54321", Merchant = "Fernway" }, CatalogSamples.Summary(2, W) with { MerchantId = "54410", Merchant = "Maren & Pike" },
            CatalogSamples.Summary(3, W) with { MerchantId = "54321", Merchant = "Fernway" }, CatalogSamples.Summary(4, A) with { MerchantId = "54321", Merchant = "Fernway" },
            CatalogSamples.Summary(5, W) with { MerchantId = "2092", Merchant = "Walmart" },
        ];
        IReadOnlyList<(string Id, string Name, int Count)> Counts(SearchQuery query, out int[] shown)
        {
            var board = Board(query);
            board.Take(new OffersFound(null, offers, false));
            board.Flush(mayReorder: true);
            shown = Numbers(board);
            return board.MerchantCounts();
        }

        Assert.Equal([("54321", "Fernway", 2), ("54410", "Maren & Pike", 1)], Counts(new SearchQuery { Words = "lamp", Partner = W, Merchant = "54410" }, out var shown));
        Assert.Equal([2], shown);
        Assert.Empty(Counts(new SearchQuery { Words = "lamp" }, out _));
        Assert.Equal([("54321", "Fernway", 1)], Counts(new SearchQuery { Words = "lamp", Partner = A, Merchant = "1" }, out shown));
        Assert.Empty(shown);
    }

    [Fact]
    public void Filters_OnCommissionAndPrice_LeaveOutWhatIsBelowOrUnknown()
    {
        var board = Board(new SearchQuery { Words = "lamp", MinRateBasisPoints = 300, MinPriceMinor = 100 });
        board.Take(new OffersFound(null, [CatalogSamples.Summary(1, A, basisPoints: 200), CatalogSamples.Summary(2, A, null), CatalogSamples.Summary(3, A)], false));
        board.Flush(mayReorder: true);

        Assert.Equal([3], Numbers(board));
    }

    [Fact]
    public void QuietPartner_ThatAnswersOnTheNextPage_IsQuietNoMore()
    {
        var board = Board(new SearchQuery { Words = "lamp" });
        board.Take(new PartnerQuiet(W, "Walmart", PartnerFailureKind.TimedOut, null));
        Assert.Single(board.Quiet);

        board.Take(Found(W, 11));

        Assert.Empty(board.Quiet);
    }

    private static SearchBoard Board(SearchQuery query) => new(query);

    private static OffersFound Found(PartnerKey partner, params int[] numbers) => new(partner, [.. numbers.Select(number => CatalogSamples.Summary(number, partner))], false);

    private static int[] Numbers(SearchBoard board) => [.. board.Shown.Select(offer => BitConverter.ToInt32(offer.Id.Value.ToByteArray()))];
}
