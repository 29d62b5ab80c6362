using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Calls of the Affiliate product API: signature, publisher id, errors.</summary>
internal sealed class WalmartClient(PartnerTransport transport, WalmartSigner signer)
{
    private static readonly Uri LiveAddress = new("https://developer.api.walmart.com/");

    /// <summary>Gets and reads an answer.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="resource">What follows the service's base path, such as <c>search</c>.</param>
    /// <param name="query">Query members; null values are left out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PartnerResult<TAnswer>> GetAsync<TAnswer>(
        ConnectionContext connection,
        string resource,
        IEnumerable<KeyValuePair<string, string?>> query,
        CancellationToken cancellationToken)
        where TAnswer : class, new()
    {
        var path = "api-proxy/service/affil/product/v2/" + resource + Query(connection, query);
        for (var attempt = 1; ; attempt++)
        {
            var signature = signer.Sign(connection);
            if (!signature.Succeeded)
            {
                return signature.Failure;
            }

            using var request = PartnerCall.Create(HttpMethod.Get, new Uri(connection.SandboxAddress ?? LiveAddress, path), connection, isRead: true, account: signature.Value.ConsumerId);
            request.Headers.Accept.ParseAdd("application/json");
            signature.Value.ApplyTo(request);
            var sent = await transport.SendAsync(request, connection, cancellationToken);
            if (!sent.Succeeded)
            {
                return sent.Failure;
            }

            if (attempt == 1 && WalmartErrors.IsExpired(sent.Value))
            {
                signer.Drop();
                continue;
            }

            if (!sent.Value.IsSuccess)
            {
                return transport.Failed(WalmartErrors.FromAnswer(sent.Value));
            }

            var read = PartnerJson.Read<TAnswer>(WalmartErrors.Partner, sent.Value.Body);
            return read.Succeeded ? read.Value ?? new TAnswer() : transport.Failed(read.Failure);
        }
    }

    private static string Query(ConnectionContext connection, IEnumerable<KeyValuePair<string, string?>> query)
    {
        var members = query
            .Append(new("publisherId", connection[WalmartSettings.PublisherId].Trim()))
            .Append(new("campaignId", connection[WalmartSettings.CampaignId].Trim()))
            .Append(new("adId", connection[WalmartSettings.AdId].Trim()))
            .Where(member => !string.IsNullOrEmpty(member.Value))
            .Select(member => $"{member.Key}={Uri.EscapeDataString(member.Value!)}");
        return "?" + string.Join('&', members);
    }
}
