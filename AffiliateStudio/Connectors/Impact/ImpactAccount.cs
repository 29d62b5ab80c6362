namespace AffiliateStudio.Connectors.Impact;

/// <summary>Credentials at impact.com and the programme whose actions are read.</summary>
/// <param name="AccountSid">The account SID, the user name of Basic authentication.</param>
/// <param name="AuthToken">The token, its password.</param>
/// <param name="CampaignId">The programme.</param>
internal sealed record ImpactAccount(string AccountSid, string AuthToken, string CampaignId);
