namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A product at a partner.</summary>
/// <param name="ExternalId">The partner's id of it.</param>
/// <param name="ProductUrl">Its page, https or a <c>/sandbox/…</c> path.</param>
public sealed record ProductReference(string ExternalId, string ProductUrl);
