using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>impact.com's actions of the media partner: Walmart's orders and what they pay.</summary>
internal static class ImpactEndpoints
{
    private const int MostPages = 10;

    public static void Map(RouteGroupBuilder partner)
    {
        partner.MapGet("/Actions", ListAsync);
        partner.MapGet("/Actions/{id}", ActionAsync);
        partner.MapGet("/Actions/{id}/Items", ItemsAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string sid, OrderBook orders, SandboxCredentials account, TimeProvider clock, IOptions<SandboxOptions> options)
    {
        var now = clock.UtcNow();
        var query = ActionQuery.Read(context.Request.Query, now);
        if (query.Wrong.Count > 0)
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", [.. query.Wrong]), StatusCodes.Status400BadRequest);
        }

        var all = (await orders.AllOfAsync(SandboxPartner.Walmart, context.RequestAborted)).FindAll(order => IsOf(account, order) && query.Fits(order, options.Value));
        var pages = Math.Max(1, (all.Count + query.PageSize - 1) / query.PageSize);
        if (pages > MostPages)
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("The result has more than 10 pages. Ask for a shorter range."), StatusCodes.Status400BadRequest);
        }

        var skipped = (query.Page - 1) * query.PageSize;
        var page = all.Skip(skipped).Take(query.PageSize).ToList();
        var body = new JsonObject
        {
            ["@page"] = Text(query.Page),
            ["@numpages"] = Text(pages),
            ["@pagesize"] = Text(query.PageSize),
            ["@total"] = Text(all.Count),
            ["@start"] = Text(skipped),
            ["@end"] = Text(Math.Max(0, skipped + page.Count - 1)),
            ["@uri"] = PageUri(context, sid, query.Page),
            ["@firstpageuri"] = PageUri(context, sid, 1),
            ["@previouspageuri"] = query.Page > 1 ? PageUri(context, sid, query.Page - 1) : string.Empty,
            ["@nextpageuri"] = query.Page < pages ? PageUri(context, sid, query.Page + 1) : string.Empty,
            ["@lastpageuri"] = PageUri(context, sid, pages),
            ["Actions"] = new JsonArray([.. page.Select(order => (JsonNode)ActionWriter.Action(order, sid, now, options.Value))]),
        };
        return ImpactAnswer.Of(context, body);
    }

    private static async Task<IResult> ActionAsync(HttpContext context, string sid, string id, OrderBook orders, SandboxCredentials account, TimeProvider clock, IOptions<SandboxOptions> options) =>
        await FindAsync(id, orders, account, context.RequestAborted) is { } order
            ? ImpactAnswer.Of(context, ActionWriter.Action(order, sid, clock.UtcNow(), options.Value))
            : NotFound(context);

    private static async Task<IResult> ItemsAsync(HttpContext context, string sid, string id, OrderBook orders, SandboxCredentials account, TimeProvider clock) =>
        await FindAsync(id, orders, account, context.RequestAborted) is { } order
            ? ImpactAnswer.Of(context, new JsonObject { ["ActionItems"] = ActionWriter.Items(order, sid, clock.UtcNow()) })
            : NotFound(context);

    private static async Task<SandboxOrder?> FindAsync(string actionId, OrderBook orders, SandboxCredentials account, CancellationToken cancellationToken) =>
        ActionWriter.OrderId(actionId) is { } id
        && await orders.FindAsync(id, cancellationToken) is { Partner: SandboxPartner.Walmart } order
        && IsOf(account, order)
        && ActionWriter.Id(order) == actionId
            ? order
            : null;

    // An order without a click through the network belongs to nobody, one under another publisher id to that publisher's account.
    private static bool IsOf(SandboxCredentials account, SandboxOrder order) =>
        order.ClickId.Length > 0 && order.CampaignId.Length > 0 && order.Tag == account.WalmartPublisherId;

    private static IResult NotFound(HttpContext context) => ImpactAnswer.Of(context, ImpactErrors.Body("The requested action does not exist."), StatusCodes.Status404NotFound);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string PageUri(HttpContext context, string sid, int page)
    {
        var kept = context.Request.Query.Where(pair => pair.Key != "Page").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"/Mediapartners/{sid}/Actions?{string.Join('&', [.. kept, "Page=" + Text(page)])}";
    }
}
