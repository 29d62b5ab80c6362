using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Features.Pins;

/// <summary>A partner whose links can be made to lead anywhere.</summary>
internal sealed class FakeShop : IPartnerConnector, ILinkBuilder
{
    public PartnerKey Partner => PartnerKey.Amazon;

    public IReadOnlyList<ConnectionSetting> Settings => [];

    public CreatorTagForm TagForm { get; } = new("Tracking ID", "name-20", "At the shop.");

    /// <summary>Where links lead.</summary>
    public string Host { get; set; } = "https://www.amazon.com";

    public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) => throw new NotSupportedException();

    public RecognizedProduct? Recognize(string url) => null;

    public EarningLink Build(ConnectionContext? connection, ProductReference product, string creatorTag) =>
        new($"{Host}/dp/{product.ExternalId}?tag={creatorTag}", "ascsubtag");

    public bool Earns(string productUrl, string tag) => tag.Length > 0;

    public string? CheckTag(string tag) => null;

    public string HouseTag(ConnectionContext connection) => "house-20";
}
