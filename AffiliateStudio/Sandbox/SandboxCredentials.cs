namespace AffiliateStudio.Sandbox;

/// <summary>The credentials that the sandbox's partners accept: made at the first start and kept, one account with each partner.</summary>
public sealed record SandboxCredentials
{
    /// <summary>Amazon's credential id (<c>client_id</c>).</summary>
    public required string AmazonClientId { get; init; }

    /// <summary>Amazon's credential secret.</summary>
    public required string AmazonClientSecret { get; init; }

    /// <summary>The account's main tracking id; report files carry its name. Any other well-formed US tag counts as a tracking id of the account.</summary>
    public required string AmazonPartnerTag { get; init; }

    /// <summary>Walmart's consumer id, a UUID.</summary>
    public required string WalmartConsumerId { get; init; }

    /// <summary>The private key (PKCS#8, PEM) whose public half Walmart knows.</summary>
    public required string WalmartPrivateKeyPem { get; init; }

    /// <summary>The version of that key.</summary>
    public required string WalmartKeyVersion { get; init; }

    /// <summary>The publisher id, which is the media partner id at impact.com. Actions of any other belong to another account and are not told here.</summary>
    public required string WalmartPublisherId { get; init; }

    /// <summary>Walmart's campaign at impact.com.</summary>
    public required string WalmartCampaignId { get; init; }

    /// <summary>The ad that links belong to.</summary>
    public required string WalmartAdId { get; init; }

    /// <summary>Target's campaign at impact.com. The publisher id is the account's, the same as for Walmart.</summary>
    public required string TargetCampaignId { get; init; }

    /// <summary>The ad that Target's links belong to.</summary>
    public required string TargetAdId { get; init; }

    /// <summary>The account SID at impact.com.</summary>
    public required string ImpactAccountSid { get; init; }

    /// <summary>The auth token at impact.com.</summary>
    public required string ImpactAuthToken { get; init; }

    /// <summary>The id of Rakuten's API client.</summary>
    public required string RakutenClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string RakutenClientSecret { get; init; }

    /// <summary>The site id at Rakuten.</summary>
    public required string RakutenSid { get; init; }

    /// <summary>The encrypted publisher id, 11 characters. Transactions of any other belong to another account and are not told here.</summary>
    public required string RakutenPublisherId { get; init; }

    /// <summary>Expedia's XAP key.</summary>
    public required string ExpediaXapKey { get; init; }

    /// <summary>The password that belongs to it.</summary>
    public required string ExpediaXapPassword { get; init; }

    /// <summary>The user application key at Partnerize.</summary>
    public required string PartnerizeApplicationKey { get; init; }

    /// <summary>The user API key at Partnerize.</summary>
    public required string PartnerizeUserApiKey { get; init; }

    /// <summary>The publisher id at Partnerize.</summary>
    public required string PartnerizePublisherId { get; init; }

    /// <summary>Expedia's campaign at Partnerize.</summary>
    public required string PartnerizeCampaignId { get; init; }

    /// <summary>The account's camref of that campaign. Bookings under any other belong to another account and are not told here.</summary>
    public required string PartnerizeCamref { get; init; }
}
