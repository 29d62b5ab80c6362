using System.Globalization;
using System.Text;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Features.Earnings.ListEarningRows;

/// <summary>
/// The rows of the screen as a CSV file: same filter, same order, all of them, amounts as plain numbers with their currency beside. The rows are written aside first (a
/// few in memory, more in a temporary file), so that a slow download holds no reader of the database and a failure comes before the first byte.
/// </summary>
internal static class EarningRowsFile
{
    /// <summary>Maps the download; the address takes the same values as the page.</summary>
    public static void Map(WebApplication app) => app.MapGet(EarningsRoutes.LedgerFile, async (
        string? range, string? from, string? to, string? state, string? video, string? pin, string? partner, string? currency,
        HttpContext http, ListEarningRows list, TimeProvider clock, CancellationToken cancellationToken) =>
    {
        var period = EarningsPeriod.Parse(range, from, to, clock.UtcToday());
        var filter = EarningRowFilter.Parse(period, state, video, pin, partner, currency);
        var file = new FileBufferingWriteStream();
        http.Response.RegisterForDisposeAsync(file);
        await WriteAsync(list.EachAsync(CurrentActor.From(http.User), filter, cancellationToken), file, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            body => file.DrainBufferAsync(body, cancellationToken),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"earnings-{period.From:yyyy-MM-dd}-{period.To:yyyy-MM-dd}.csv"));
    }).RequireAuthorization(Accounts.AccountsPolicies.Creator);

    /// <summary>Writes the file: UTF-8 with a mark, so that spreadsheets read it rightly.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<EarningRow> rows, Stream file, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var text = new StringBuilder();
        Append(text, "Day (UTC)", "Product", "Partner", "Video", "State", "Quantity", "Earned", "Currency", "Formula", "Reason");
        await foreach (var row in rows)
        {
            await writer.WriteAsync(text, cancellationToken);
            text.Clear();
            Append(
                text,
                row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Harmless(row.Product),
                Harmless(row.Partner),
                Harmless(row.Video),
                row.State,
                row.Quantity.ToString(CultureInfo.InvariantCulture),
                MoneyFormat.Plain(row.Amount).Split(' ')[0],
                row.Amount.Currency.Code,
                Harmless(row.Formula),
                Harmless(row.Reason));
        }

        await writer.WriteAsync(text, cancellationToken);
    }

    /// <summary>Keeps a spreadsheet from taking other people's text for a formula.</summary>
    public static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static void Append(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            var field = fields[at];
            text.Append(at == 0 ? null : ",");
            text.Append(field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        text.Append("\r\n");
    }
}
