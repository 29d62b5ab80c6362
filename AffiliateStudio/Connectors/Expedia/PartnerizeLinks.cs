using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Has Partnerize make a link, which it does only for campaigns that we are in and pages that they let us link.</summary>
internal sealed class PartnerizeLinks(PartnerizeClient client)
{
    /// <summary>Checks a page. A camref that is not the connection's own belongs to an account that we cannot ask for, and a page outside of the connection's world is not asked about.</summary>
    public async Task<PartnerResult<string>> CheckAsync(ConnectionContext connection, ProductReference product, string camref, CancellationToken cancellationToken)
    {
        var own = connection[ExpediaSettings.Camref].Trim();
        var plain = ExpediaLinks.Build(product, camref.Length > 0 ? camref : own).Url;
        if ((camref.Length > 0 && camref != own) || !connection.Covers(product.ProductUrl) || connection[ExpediaSettings.CampaignId].Trim() is not { Length: > 0 } campaign)
        {
            return plain;
        }

        // What the sandbox gave us is stored as a path; it knows itself by its whole address.
        var page = product.ProductUrl.StartsWith('/') && connection.SandboxAddress is { } sandbox ? new Uri(sandbox, product.ProductUrl).AbsoluteUri : product.ProductUrl;
        var answer = await client.PostAsync<LinkAnswer>(
            connection,
            PartnerizeClient.Address(connection, $"v2/publishers/{Uri.EscapeDataString(PartnerizeClient.PublisherOf(connection))}/links"),
            new LinkRequest { CampaignId = campaign, DestinationUrl = page, Parameters = [new("pubref", EarningLink.Slot)] },
            cancellationToken);
        return !answer.Succeeded ? answer.Failure
            : answer.Value.Link is { TrackingUrl: { Length: > 0 } made, Active: not false } ? made
            : client.Malformed("a link without an address");
    }
}
