using System.Runtime.CompilerServices;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>
/// Reads the pages of one query. Whatever speaks for rows that did not come (a next page that cannot be followed, fewer rows than the total, an answer of another kind) ends
/// the pages with a failure, so that nobody takes a part for the whole.
/// </summary>
internal sealed class ActionPages(ImpactClient client)
{
    // Beyond ten pages impact.com gives an error.
    private const int MostPages = 10;
    private const int PageSize = 5_000;
    private const int SmallestPage = 2_000;

    /// <summary>Whether a first page says that the query has more pages than can be read.</summary>
    public static bool IsTooFull(PartnerResult<ActionsAnswer> first) => first.Succeeded
        ? first.Value.NumPages > MostPages || (first.Value.NumPages is null && first.Value.Total > MostPages * PageSize)
        : first.Failure.Kind == PartnerFailureKind.InvalidRequest && first.Failure.Message.Contains("pages", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads page after page; a failure is the last.</summary>
    public async IAsyncEnumerable<PartnerResult<ActionsAnswer>> ReadAsync(
        ConnectionContext connection,
        ImpactAccount account,
        ActionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = ImpactClient.Address(connection, account, query.Resource(account, PageSize));
        var asked = new HashSet<string>(StringComparer.Ordinal) { address.AbsoluteUri };
        var (rows, total) = (0L, 0L);
        for (var page = 1; ; page++)
        {
            var answer = await GetAsync(connection, account, address, cancellationToken);
            yield return answer;
            if (!answer.Succeeded)
            {
                yield break;
            }

            rows += answer.Value.Actions?.Count ?? 0;
            total = Math.Max(total, answer.Value.Total ?? 0);
            var next = answer.Value.NextPageUri is { Length: > 0 } uri ? ImpactClient.Follow(connection, uri) : null;
            if (WhatIsMissing(answer.Value, next, page, rows, total) is { } missing)
            {
                yield return client.Malformed($"{query.Name}: {missing}");
                yield break;
            }

            if (next is null)
            {
                yield break;
            }

            if (!asked.Add(next.AbsoluteUri))
            {
                yield return client.Malformed($"{query.Name}: page {page} names a page again that was read");
                yield break;
            }

            address = next;
        }
    }

    /// <summary>Asks for the first page of the smallest kind: the cheapest call that proves the credentials.</summary>
    public Task<PartnerResult<ActionsAnswer>> ProbeAsync(ConnectionContext connection, ImpactAccount account, ActionQuery query, CancellationToken cancellationToken) =>
        GetAsync(connection, account, ImpactClient.Address(connection, account, query.Resource(account, SmallestPage)), cancellationToken);

    private async Task<PartnerResult<ActionsAnswer>> GetAsync(ConnectionContext connection, ImpactAccount account, Uri address, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync<ActionsAnswer>(connection, account, address, cancellationToken);
        return answer.Succeeded && answer.Value.IsForeign ? client.Malformed("an answer that is no list of actions") : answer;
    }

    private static string? WhatIsMissing(ActionsAnswer answer, Uri? next, int page, long rows, long total)
    {
        if (next is not null)
        {
            return page < MostPages ? null : $"more than {MostPages} pages, and the window cannot be made smaller";
        }

        if (answer.NextPageUri is { Length: > 0 })
        {
            return $"page {page} names a next page at another address";
        }

        // A query without any hit may come without a list. A page that another one promised may not.
        if (answer.Actions is null && page > 1)
        {
            return $"page {page} has no list of actions";
        }

        return rows < total ? $"only {rows} of {total} actions came"
            : page < answer.NumPages ? $"page {page} of {answer.NumPages} names no next page"
            : null;
    }
}
