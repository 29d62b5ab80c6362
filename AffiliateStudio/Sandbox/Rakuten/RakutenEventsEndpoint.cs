using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Transactions as a bare list, of the last thirty days only.</summary>
internal static class RakutenEventsEndpoint
{
    private const int MostRows = 1_000;
    private const int FewRows = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/events/1.0/transactions", ListAsync);

    private static async Task<IResult> ListAsync(HttpContext context, OrderBook orders, SandboxCredentials credentials, TimeProvider clock)
    {
        var query = context.Request.Query;
        var now = clock.UtcNow();
        if (Read(query, "limit", FewRows, MostRows) is not { } limit)
        {
            return RakutenErrors.Parameter($"limit must be between 1 and {MostRows}");
        }

        if (Read(query, "page", 1, 1_000) is not { } page)
        {
            return RakutenErrors.Parameter("page must be between 1 and 1000");
        }

        if (RakutenWindow.Read(query, "process_date", now, out var problem) is not { } processed || RakutenWindow.Read(query, "transaction_date", now, out problem) is not { } happened)
        {
            return RakutenErrors.Parameter(problem!);
        }

        var currency = query["currency"].ToString();
        var type = query["type"].ToString();
        if (type is not ("" or "realtime" or "batch"))
        {
            return RakutenErrors.Parameter("type must be realtime or batch");
        }

        var rows = (await orders.AllOfAsync(SandboxPartner.Rakuten, context.RequestAborted))
            .SelectMany(order => RakutenRow.Of(order, credentials, now))
            .Where(row => processed.Holds(row.ProcessedAt) && happened.Holds(row.Order.OrderedAt))
            .Where(row => (currency.Length == 0 || row.Order.UnitPrice.Currency.Code == currency) && (type.Length == 0 || row.Type == type))
            .OrderBy(row => row.ProcessedAt)
            .ThenBy(row => row.Order.Id)
            .ToList();
        if (!processed.IsGiven && !happened.IsGiven)
        {
            rows = rows[Math.Max(0, rows.Count - FewRows)..];
        }

        return JsonBody.Answer(new JsonArray([.. rows.Skip((page - 1) * limit).Take(limit).Select(row => (JsonNode)row.Write(credentials))]));
    }

    private static int? Read(IQueryCollection query, string name, int usual, int most)
    {
        var text = query[name].ToString();
        return text.Length == 0 ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
    }
}
