using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>Reads the items of an action. impact.com tells them one action at a time, out of the same hour of calls that the actions themselves are read in.</summary>
internal sealed class ImpactItems(ImpactClient client)
{
    // The resource is told without paging; a page that is named all the same is followed, for so long.
    private const int MostPages = 5;

    /// <summary>The items of one action; a failure of kind NotFound when the network has no such action any more.</summary>
    public async Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadAsync(ConnectionContext connection, ImpactAccount account, string action, CancellationToken cancellationToken)
    {
        var items = new List<ReportedItem>();
        var address = ImpactClient.Address(connection, account, $"Actions/{Uri.EscapeDataString(action)}/Items");
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (asked.Count < MostPages && asked.Add(address.AbsoluteUri))
        {
            var answer = await client.GetAsync<ActionItemsAnswer>(connection, account, address, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            if (answer.Value.ActionItems is not { } page)
            {
                return client.Malformed($"an answer for {action} that is no list of items");
            }

            items.AddRange(page.OfType<ActionItem>().Select(Item));
            if (answer.Value.NextPageUri is not { Length: > 0 } next || ImpactClient.Follow(connection, next) is not { } following)
            {
                break;
            }

            address = following;
        }

        return items;
    }

    private static ReportedItem Item(ActionItem item) => new()
    {
        Sku = item.Sku ?? string.Empty,
        Name = PlainText.FromHtml(item.ItemName, 300) ?? string.Empty,
        Category = item.Category ?? string.Empty,
        Quantity = (int)Math.Clamp(item.Quantity ?? 1, int.MinValue, int.MaxValue),
        SaleAmount = MajorAmount.ToMoney(item.SaleAmount, Either(item.SaleAmountCurrency, item.PayoutCurrency)),
        Commission = MajorAmount.ToMoney(item.Payout, Either(item.PayoutCurrency, item.SaleAmountCurrency)),
        AdjustedAt = PartnerDay.ParseTime(item.AdjustmentDate)?.UtcDateTime,
        AdjustmentReason = item.AdjustmentReason ?? string.Empty,
    };

    private static string? Either(string? currency, string? other) => string.IsNullOrWhiteSpace(currency) ? other : currency;
}
