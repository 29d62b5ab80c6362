using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Target;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>A programme of the network: a shop, its campaign and its contract with the account.</summary>
internal sealed record ImpactProgram
{
    /// <summary>The shop.</summary>
    public required SandboxPartner Partner { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The campaign's id, also called programme id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The ad that links belong to.</summary>
    public required string AdId { get; init; }

    /// <summary>The action tracker.</summary>
    public required string Tracker { get; init; }

    /// <summary>Hosts that links may lead to, as the network lists them.</summary>
    public required IReadOnlyList<string> DeeplinkDomains { get; init; }

    /// <summary>The contract's id.</summary>
    public required string ContractId { get; init; }

    /// <summary>Days after the click in which an order counts.</summary>
    public required int WindowDays { get; init; }

    /// <summary>What is paid where no group says otherwise.</summary>
    public required Rate Usual { get; init; }

    /// <summary>Groups of products with a rate of their own.</summary>
    public required IReadOnlyList<(string Name, Rate Rate)> Groups { get; init; }

    /// <summary>The programmes that the account is in.</summary>
    public static IReadOnlyList<ImpactProgram> Of(SandboxCredentials account) =>
    [
        new()
        {
            Partner = SandboxPartner.Walmart,
            Name = "Walmart",
            CampaignId = account.WalmartCampaignId,
            AdId = account.WalmartAdId,
            Tracker = "6433",
            DeeplinkDomains = ["walmart.com", "*.walmart.com"],
            ContractId = "7000",
            WindowDays = 3,
            Usual = new Rate(100),
            Groups = [("Home", new Rate(400)), ("Apparel", new Rate(400)), ("Toys", new Rate(400))],
        },
        new()
        {
            Partner = SandboxPartner.Target,
            Name = "Target",
            CampaignId = account.TargetCampaignId,
            AdId = account.TargetAdId,
            Tracker = "1111",
            DeeplinkDomains = ["target.com", "*.target.com"],
            ContractId = TargetContract.Id,
            WindowDays = TargetContract.WindowDays,
            Usual = TargetContract.Usual,
            Groups = [.. TargetContract.Groups.Select(group => (group.Name, group.Rate))],
        },
    ];

    /// <summary>The programme of a campaign, or null.</summary>
    public static ImpactProgram? Find(SandboxCredentials account, string campaignId) => Of(account).FirstOrDefault(program => program.CampaignId == campaignId);
}
