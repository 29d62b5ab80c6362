using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Earnings;

/// <summary>Conversions of a creator were added or changed state; open earnings pages read again.</summary>
/// <param name="CreatorId">Whose.</param>
/// <param name="Message">What happened, in a sentence for the page, such as "$3.10 moved from pending to approved".</param>
public sealed record ConversionChanged(CreatorId CreatorId, string Message);
