using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AffiliateStudio.Connectors.Expedia.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Reads the pages of the conversion report. Whatever speaks for rows that did not come ends the pages with a failure, so that nobody takes a part for the whole.
/// </summary>
internal sealed class ConversionPages(PartnerizeClient client)
{
    private const int PageSize = 300;
    private const int MostPages = 500;

    /// <summary>Reads page after page of what changed within a window; a failure is the last.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionsAnswer>> ReadAsync(
        ConnectionContext connection, DateTime from, DateTime to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = PageAt(connection, from, to, 0);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var rows = 0L;
        for (var page = 1; page <= MostPages; page++)
        {
            if (!asked.Add(address.AbsoluteUri))
            {
                yield return client.Malformed($"page {page} of the conversions is one that was read before");
                yield break;
            }

            var answer = await client.GetAsync<ConversionsAnswer>(connection, address, isPatient: true, cancellationToken);
            if (answer is { Succeeded: true, Value.Conversions: null } && (answer.Value.Count ?? 1) > 0)
            {
                answer = client.Malformed("an answer without a list of conversions");
            }

            yield return answer;
            if (!answer.Succeeded)
            {
                yield break;
            }

            rows += answer.Value.Conversions?.Count ?? 0;
            var (next, missing) = After(answer.Value, connection, from, to, rows);
            if (missing is not null)
            {
                yield return client.Malformed(missing);
            }

            if (next is null)
            {
                yield break;
            }

            address = next;
        }

        yield return client.Malformed($"more than {MostPages} pages of conversions");
    }

    // The next page as it is named; one that is not named although a full page came, or fewer came than there are, is asked for by its place.
    private static (Uri? Next, string? Missing) After(ConversionsAnswer answer, ConnectionContext connection, DateTime from, DateTime to, long rows)
    {
        var (named, total) = (Member(answer.Pagination, "next_page"), Number(answer.Pagination, "total_item_count"));
        if (named is { Length: > 0 })
        {
            return PartnerizeClient.Follow(connection, named) is { } next ? (next, null) : (null, "the next page of the conversions is at another address");
        }

        var here = answer.Conversions?.Count ?? 0;
        var hasMore = total is { } all ? rows < all : here >= (answer.Limit is > 0 and var limit ? limit : PageSize);
        return !hasMore ? (null, null) : here == 0 ? (null, $"only {rows} of {total} conversions came") : (PageAt(connection, from, to, rows), null);
    }

    private static Uri PageAt(ConnectionContext connection, DateTime from, DateTime to, long offset) => PartnerizeClient.Address(
        connection,
        string.Create(
            CultureInfo.InvariantCulture,
            $"reporting/report_publisher/publisher/{Uri.EscapeDataString(PartnerizeClient.PublisherOf(connection))}/conversion.json?start_date={Time(from)}&end_date={Time(to)}&timezone=UTC&date_type=last_updated&limit={PageSize}&offset={offset}"));

    private static string Time(DateTime time) => Uri.EscapeDataString(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private static string? Member(JsonElement? of, string name) => of is { } member && member.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement? of, string name) =>
        of is not { } member || !member.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text
        : null;
}
