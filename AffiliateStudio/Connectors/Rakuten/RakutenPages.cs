using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Reads lists whose pages name the next one. A list that does not come to its end is a failure: nobody takes a part for the whole.</summary>
internal sealed class RakutenPages(RakutenClient client)
{
    private const int MostPages = 100;

    /// <summary>All rows of a list.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">Path and query of the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PartnerResult<IReadOnlyList<TRow>>> ReadAllAsync<TAnswer, TRow>(ConnectionContext connection, string path, CancellationToken cancellationToken)
        where TAnswer : class, IPage<TRow>, new()
        where TRow : class
    {
        var rows = new List<TRow>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = path;
        while (asked.Add(next) && asked.Count <= MostPages)
        {
            var answer = await client.GetAsync<TAnswer>(connection, next, isPatient: true, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            if (answer.Value.Rows is not { } page)
            {
                return Malformed(next, "has no list");
            }

            rows.AddRange(page.OfType<TRow>());
            if (answer.Value.Metadata?.Links?.Next is not { Length: > 0 } following)
            {
                return rows;
            }

            // The next page is a path on Rakuten's host; an address elsewhere is not followed.
            if (following is not ['/', not '/', ..] || following.Contains("..", StringComparison.Ordinal))
            {
                return Malformed(next, "names a next page at another address");
            }

            next = following[1..];
        }

        return Malformed(next, "does not come to an end");
    }

    private PartnerFailure Malformed(string path, string what) => client.Failed(Failures.Malformed(RakutenErrors.Partner, $"{path.Split('?')[0]} {what}"));
}
