namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Walks a link as a browser would, one address after the other, without following anything by itself.</summary>
public interface ILinkWalker
{
    /// <summary>
    /// Asks each address in turn, at most eight of them and ten seconds in all; no page is read. The last hop has no further redirect, or says why the walk ended.
    /// </summary>
    /// <param name="url">Where it begins: https, or a <c>/sandbox/…</c> path of this server.</param>
    /// <param name="mayVisit">Whether an address may be asked; everything else ends the walk.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<LinkHop> WalkAsync(string url, Func<string, bool> mayVisit, CancellationToken cancellationToken);
}
