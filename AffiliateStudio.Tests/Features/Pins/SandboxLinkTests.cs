using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.TestLink;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Pins;

/// <summary>The real walker against the real sandbox.</summary>
public sealed class SandboxLinkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SandboxLink_IsWalkedToTheShopsPage()
    {
        await using var studio = new StudioHost(("Demo:Accounts", "false"));
        var services = studio.Services;
        var connection = (await services.GetRequiredService<ConnectionDirectory>().OpenAsync(PartnerKey.Walmart, Cancel))!;
        var connector = services.GetServices<IPartnerConnector>().Single(candidate => candidate.Partner == PartnerKey.Walmart);
        var found = await ((IProductSearch)connector).SearchAsync(connection, new ProductSearchRequest("lamp", 1, 1), Cancel);
        var offer = found.Value.Offers[0];
        var links = (ILinkBuilder)connector;
        var link = links.Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), string.Empty);
        var partner = (await services.GetRequiredService<PartnerDirectory>().FindAsync(PartnerKey.Walmart, Cancel))!;
        var policy = services.GetRequiredService<LinkPolicy>();

        var hops = await services.GetRequiredService<ILinkWalker>()
            .WalkAsync($"{link.Url}&{link.SubIdParameter}=abcdefgh-linktest", url => policy.MayPass(partner, url), Cancel).ToListAsync(Cancel);

        Assert.Equal([302, 200], hops.Select(hop => hop.Status));
        Assert.Equal(
            new LinkVerdict(LinkOutcome.Arrives, "Your tag and sub-id arrive at walmart.com (sandbox)."),
            new LinkJudge(partner, links.HouseTag(connection), "abcdefgh-linktest").Of(hops));
    }
}
