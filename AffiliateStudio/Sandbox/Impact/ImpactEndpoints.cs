using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>impact.com as the media partner sees it: the actions (orders of its programmes and what they pay), and the endpoints of their own files.</summary>
internal static class ImpactEndpoints
{
    private const int MostPages = 10;

    public static void Map(RouteGroupBuilder partner)
    {
        partner.MapGet("/Actions", ListAsync);
        partner.MapGet("/Actions/{id}", ActionAsync);
        partner.MapGet("/Actions/{id}/Items", ItemsAsync);
        CampaignEndpoints.Map(partner);
        CatalogEndpoints.Map(partner);
        TrackingLinkEndpoints.Map(partner);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string sid, OrderBook orders, SandboxCredentials account, TimeProvider clock, IOptions<SandboxOptions> options)
    {
        var now = clock.UtcNow();
        var query = ActionQuery.Read(context.Request.Query, now);
        if (query.Wrong.Count > 0)
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", [.. query.Wrong]), StatusCodes.Status400BadRequest);
        }

        var all = await OrdersAsync(orders, account, order => query.Fits(order, options.Value), context.RequestAborted);
        var pages = Math.Max(1, (all.Count + query.PageSize - 1) / query.PageSize);
        if (pages > MostPages)
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("The result has more than 10 pages. Ask for a shorter range."), StatusCodes.Status400BadRequest);
        }

        var skipped = (query.Page - 1) * query.PageSize;
        var page = all.Skip(skipped).Take(query.PageSize).ToList();
        var rows = page.ConvertAll(order => ActionWriter.Action(order, ImpactProgram.Find(account, order.CampaignId)!, sid, now, options.Value));
        return ImpactAnswer.Of(context, ImpactPaging.Page(context, sid, "Actions", "Actions", rows, query.Page, query.PageSize, all.Count));
    }

    private static async Task<IResult> ActionAsync(HttpContext context, string sid, string id, OrderBook orders, SandboxCredentials account, TimeProvider clock, IOptions<SandboxOptions> options) =>
        await FindAsync(id, orders, account, context.RequestAborted) is { } order
            ? ImpactAnswer.Of(context, ActionWriter.Action(order, ImpactProgram.Find(account, order.CampaignId)!, sid, clock.UtcNow(), options.Value))
            : NotFound(context);

    private static async Task<IResult> ItemsAsync(HttpContext context, string sid, string id, OrderBook orders, SandboxCredentials account, TimeProvider clock) =>
        await FindAsync(id, orders, account, context.RequestAborted) is { } order
            ? ImpactAnswer.Of(context, new JsonObject { ["ActionItems"] = ActionWriter.Items(order, ImpactProgram.Find(account, order.CampaignId)!, sid, clock.UtcNow()) })
            : NotFound(context);

    private static async Task<SandboxOrder?> FindAsync(string actionId, OrderBook orders, SandboxCredentials account, CancellationToken cancellationToken) =>
        ActionWriter.Read(actionId) is var (campaign, number)
        && ImpactProgram.Find(account, campaign) is { } program
        && await orders.FindAsync(number, cancellationToken) is { } order
        && IsOf(account, order)
        && ActionWriter.Id(order, program) == actionId
            ? order
            : null;

    private static async Task<List<SandboxOrder>> OrdersAsync(OrderBook orders, SandboxCredentials account, Func<SandboxOrder, bool> fits, CancellationToken cancellationToken)
    {
        var all = new List<SandboxOrder>();
        foreach (var program in ImpactProgram.Of(account))
        {
            all.AddRange((await orders.AllOfAsync(program.Partner, cancellationToken)).Where(order => IsOf(account, order) && fits(order)));
        }

        return [.. all.OrderBy(order => order.OrderedAt).ThenBy(order => order.Id)];
    }

    // An order without a click through the network belongs to nobody, one under another publisher id to that publisher's account.
    private static bool IsOf(SandboxCredentials account, SandboxOrder order) =>
        order.ClickId.Length > 0 && order.Tag == account.WalmartPublisherId && ImpactProgram.Find(account, order.CampaignId)?.Partner == order.Partner;

    private static IResult NotFound(HttpContext context) => ImpactAnswer.Of(context, ImpactErrors.Body("The requested action does not exist."), StatusCodes.Status404NotFound);
}
