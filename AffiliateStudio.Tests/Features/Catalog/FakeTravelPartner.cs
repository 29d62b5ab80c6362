using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Catalog;

/// <summary>A partner for travel that answers as a test says. Words are about travel when they begin with "hotels in".</summary>
internal sealed class FakeTravelPartner : IPartnerConnector, IPartnerProfile, ITravelSearch
{
    private const string Prefix = "hotels in ";

    public PartnerKey Partner => PartnerKey.Expedia;

    public PartnerProfile Profile => Profiles.All.Single(profile => profile.Facts.Key == PartnerKey.Expedia);

    public IReadOnlyList<ConnectionSetting> Settings => [];

    /// <summary>What it was asked, in order.</summary>
    public List<ProductSearchRequest> Asked { get; } = [];

    public Func<ProductSearchRequest, ProductSearchAnswer> OnSearch { get; set; } = _ => new ProductSearchAnswer([], 0, false, []);

    public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) => Task.FromResult<PartnerResult<string>>("fine");

    public TravelCriteria? Read(string words) =>
        words.StartsWith(Prefix, StringComparison.Ordinal) ? new TravelCriteria(TravelKind.Stays, words[Prefix.Length..], null, null, null, 2) : null;

    public Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ConnectionContext connection, ProductSearchRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult<PartnerResult<ProductSearchAnswer>>(OnSearch(request));
    }

    /// <summary>Answers each search with so many hotels for its dates.</summary>
    public void AnswersWithHotels(int count) => OnSearch = request =>
        new ProductSearchAnswer([.. Enumerable.Range(1, count).Select(number => Hotel(number, request.Travel!)).Take(request.PageSize)], count, false, []);

    /// <summary>A hotel.</summary>
    public static PartnerOffer Hotel(int number, TravelCriteria criteria) => new()
    {
        Partner = PartnerKey.Expedia,
        ExternalId = criteria.CheckIn is { } on ? $"h{number}@{on:yyyy-MM-dd}/{criteria.CheckOut:yyyy-MM-dd}/{criteria.Guests}" : $"h{number}",
        Title = $"Hotel {number}, Porto",
        Merchant = "Expedia",
        CategoryPath = "Travel/Hotels",
        Price = new Money(20_200, Currency.Usd),
        Stay = criteria is { CheckIn: { } from, CheckOut: { } to } ? new StayQuote(from, to, criteria.Guests, new Money(9_000, Currency.Usd)) : null,
        Stock = StockState.InStock,
        ProductUrl = $"https://www.expedia.com/Hotel.h{number}.Hotel-Information",
    };
}
