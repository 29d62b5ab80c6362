namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A link that earns once the sub-id is put into it: in place of <see cref="Slot"/> where the address has it, else appended as a query parameter.</summary>
/// <param name="Url">Absolute https URL, or a <c>/sandbox/…</c> path; without a slot ready for <c>&amp;name=value</c>.</param>
/// <param name="SubIdParameter">The query parameter that carries the sub-id, such as <c>subId1</c> or <c>ascsubtag</c>; empty when the address has a slot.</param>
public sealed record EarningLink(string Url, string SubIdParameter)
{
    /// <summary>
    /// Stands where the sub-id goes in networks that carry it inside the path, such as Partnerize's <c>/pubref:…/</c>. Letters and hyphens only, so that no parser of
    /// addresses changes it.
    /// </summary>
    public const string Slot = "studio-sub-id-here";
}
