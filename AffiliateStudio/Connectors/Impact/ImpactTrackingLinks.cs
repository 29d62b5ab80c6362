using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>Has impact.com make a tracking link, after looking whether the programme allows the page at all: the network refuses other domains, and each try counts as a call.</summary>
internal sealed class ImpactTrackingLinks(ImpactClient client, ImpactPrograms programs)
{
    /// <summary>What the link is to carry.</summary>
    /// <param name="Page">The page it leads to, absolute.</param>
    /// <param name="AdId">The ad it belongs to; empty for the programme's own.</param>
    /// <param name="SubId1">The first sub-id, private to our reports; 255 characters at most, as all of them.</param>
    /// <param name="SubId2">The second.</param>
    /// <param name="SubId3">The third.</param>
    /// <param name="SharedId">The id that the advertiser sees too.</param>
    public sealed record Wish(Uri Page, string AdId = "", string SubId1 = "", string SubId2 = "", string SubId3 = "", string SharedId = "");

    /// <summary>Makes a regular link. A page or programme that is not allowed is a failure of kind Refused.</summary>
    public async Task<PartnerResult<string>> MakeAsync(ConnectionContext connection, ImpactAccount account, Wish wish, CancellationToken cancellationToken)
    {
        var program = await programs.FindAsync(connection, account, cancellationToken);
        if (!program.Succeeded)
        {
            return program.Failure;
        }

        if (WhyNot(connection, program.Value, wish.Page) is { } refusal)
        {
            return refusal;
        }

        var parameters = new (string Name, string Value)[]
        {
            ("Type", "Regular"), ("AdId", wish.AdId), ("DeepLink", wish.Page.AbsoluteUri), ("subId1", wish.SubId1), ("subId2", wish.SubId2), ("subId3", wish.SubId3), ("sharedId", wish.SharedId),
        };
        var query = string.Join('&', parameters.Where(parameter => parameter.Value.Length > 0).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        var address = ImpactClient.Address(connection, account, $"Programs/{Uri.EscapeDataString(account.CampaignId)}/TrackingLinks?{query}");
        var made = await client.PostAsync<TrackingLinkAnswer>(connection, account, address, cancellationToken);
        if (!made.Succeeded)
        {
            return IsRefusal(made.Failure) ? made.Failure with { Kind = PartnerFailureKind.Refused, Remedy = "Choose another product, or ask the programme at impact.com which pages may be linked." } : made.Failure;
        }

        return made.Value.TrackingUrl is { Length: > 0 } link ? link : client.Malformed("a tracking link without TrackingURL");
    }

    private static PartnerFailure? WhyNot(ConnectionContext connection, Campaign program, Uri page)
    {
        if (!string.Equals(program.ContractStatus, "Active", StringComparison.OrdinalIgnoreCase))
        {
            return Refusal("contract", $"the contract with {program.CampaignName} is {program.ContractStatus?.ToLowerInvariant() ?? "not there"}", "Sign the contract at impact.com, then publish again.");
        }

        // The sandbox's shop is on this server, below a path of its own; its network looks at that itself.
        var isSandboxPage = connection.SandboxAddress is { } sandbox && page.Host == sandbox.Host && page.Port == sandbox.Port;
        if (program.AllowsDeeplinking == false)
        {
            return Refusal("deep links", $"{program.CampaignName} lets only its start page be linked", "Choose a product of another partner.");
        }

        return isSandboxPage || (program.DeeplinkDomains ?? []).Any(domain => Covers(domain, page.IdnHost))
            ? null
            : Refusal("domain", $"{page.IdnHost} is not among the domains of the programme", "Choose a page of the shop itself.");
    }

    private static bool Covers(string domain, string host)
    {
        var name = domain.Trim().ToLowerInvariant();
        var end = name.IndexOf('/', StringComparison.Ordinal);
        name = end < 0 ? name : name[..end];
        return name.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase) || string.Equals(host, name[2..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, name, StringComparison.OrdinalIgnoreCase) || string.Equals(host, "www." + name, StringComparison.OrdinalIgnoreCase);
    }

    // A token without the scope is refused in another shape, with Status ERROR, and is no word about the page.
    private static bool IsRefusal(PartnerFailure failure) =>
        (failure.Kind == PartnerFailureKind.InvalidRequest && failure.Message.Contains("DeepLink", StringComparison.OrdinalIgnoreCase))
        || (failure.Code.StartsWith("403", StringComparison.Ordinal) && failure.Message.Contains("program", StringComparison.OrdinalIgnoreCase));

    private static PartnerFailure Refusal(string code, string message, string remedy) => new(PartnerFailureKind.Refused, code, message, remedy);
}
