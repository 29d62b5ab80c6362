using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>A platform said that a comment was deleted or hidden there.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Comment">The comment's id there.</param>
public sealed record PlatformCommentTakenAway(PartnerKey Platform, string Comment);
