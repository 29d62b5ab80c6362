using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Store;

/// <summary>Makes the accounts' credentials once and keeps them.</summary>
internal static class CredentialVault
{
    private const string Name = "credentials";

    /// <summary>The credentials of this data directory.</summary>
    public static SandboxCredentials LoadOrMake(SandboxStore store)
    {
        // What an earlier build kept goes over what this one makes, so that partners that came later get credentials and the others keep theirs.
        var credentials = JsonSerializer.SerializeToNode(Make())!.AsObject();
        if (store.Setting(Name) is { } text && JsonNode.Parse(text) is JsonObject kept)
        {
            foreach (var (name, value) in kept.Where(member => credentials.ContainsKey(member.Key)))
            {
                credentials[name] = value?.DeepClone();
            }
        }

        store.Keep(Name, credentials.ToJsonString());
        return credentials.Deserialize<SandboxCredentials>()!;
    }

    private static SandboxCredentials Make()
    {
        using var key = RSA.Create(2048);
        return new SandboxCredentials
        {
            AmazonClientId = "amzn1.application-oa2-client." + Hex(16),
            AmazonClientSecret = "amzn1.oa2-cs.v1." + Hex(32),
            AmazonPartnerTag = "affstudio-20",
            WalmartConsumerId = new Guid(RandomNumberGenerator.GetBytes(16)).ToString(),
            WalmartPrivateKeyPem = key.ExportPkcs8PrivateKeyPem(),
            WalmartKeyVersion = "1",
            WalmartPublisherId = "2147001",
            WalmartCampaignId = "9383",
            WalmartAdId = "568844",
            TargetCampaignId = "2092",
            TargetAdId = "81938",
            ImpactAccountSid = "IR" + Hex(16).ToUpperInvariant(),
            ImpactAuthToken = Hex(24),
            RakutenClientId = Hex(16),
            RakutenClientSecret = Hex(16),
            RakutenSid = "4001234",
            RakutenPublisherId = "StudioDemo1",
            ExpediaXapKey = "X12X3X4-56XX-7XX8-X901-" + Hex(7).ToUpperInvariant(),
            ExpediaXapPassword = Hex(16),
            PartnerizeApplicationKey = Hex(16),
            PartnerizeUserApiKey = Hex(16),
            PartnerizePublisherId = "1101l900",
            PartnerizeCampaignId = "1011l777",
            PartnerizeCamref = "1011l" + Hex(3),
        };
    }

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
