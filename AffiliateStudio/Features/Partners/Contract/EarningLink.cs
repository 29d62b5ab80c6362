namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A link that earns once the sub-id is appended to it.</summary>
/// <param name="Url">Absolute https URL, or a <c>/sandbox/…</c> path, with a query string, ready for <c>&amp;name=value</c>.</param>
/// <param name="SubIdParameter">The query parameter that carries the sub-id, such as <c>subId1</c> or <c>ascsubtag</c>.</param>
public sealed record EarningLink(string Url, string SubIdParameter);
