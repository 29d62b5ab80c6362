using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>The programmes of the account and their contracts.</summary>
internal static class CampaignEndpoints
{
    public static void Map(RouteGroupBuilder partner)
    {
        partner.MapGet("/Campaigns", List);
        partner.MapGet("/Campaigns/{id}", One);
        partner.MapGet("/Campaigns/{id}/Contracts/Active", Contract);
    }

    /// <summary>The redirect of a programme: its tracking link without any product.</summary>
    public static string TrackingLink(HttpContext context, ImpactProgram program, SandboxCredentials account) =>
        $"{context.Request.Scheme}://{context.Request.Host}/sandbox/{program.Partner.ToString().ToLowerInvariant()}/c/{account.WalmartPublisherId}/{program.AdId}/{program.CampaignId}";

    private static IResult List(HttpContext context, string sid, SandboxCredentials account)
    {
        var status = context.Request.Query["InsertionOrderStatus"].ToString();
        if (status is not ("" or "Active" or "Expired"))
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", ("InsertionOrderStatus", "must be Active or Expired")), StatusCodes.Status400BadRequest);
        }

        var programs = status == "Expired" ? [] : ImpactProgram.Of(account);
        var campaigns = programs.Select(program => Campaign(context, sid, program, account)).ToList();
        return ImpactAnswer.Of(context, ImpactPaging.Whole(context, sid, "Campaigns", campaigns));
    }

    private static IResult One(HttpContext context, string sid, string id, SandboxCredentials account) => ImpactProgram.Find(account, id) is { } program
        ? ImpactAnswer.Of(context, Campaign(context, sid, program, account))
        : Missing(context);

    private static IResult Contract(HttpContext context, string sid, string id, SandboxCredentials account)
    {
        if (ImpactProgram.Find(account, id) is not { } program)
        {
            return Missing(context);
        }

        var groups = program.Groups.Select((group, index) => (JsonNode)new JsonObject
        {
            ["Id"] = (100 + index).ToString(CultureInfo.InvariantCulture),
            ["Name"] = group.Name,
            ["PayoutRate"] = Percent(group.Rate),
        });
        return ImpactAnswer.Of(context, new JsonObject
        {
            ["Id"] = program.ContractId,
            ["CampaignId"] = program.CampaignId,
            ["Status"] = "ACTIVE",
            ["StartDate"] = "2025-01-01T00:00:00-08:00",
            ["EndDate"] = string.Empty,
            ["Currency"] = "USD",
            ["EventPayouts"] = new JsonArray(new JsonObject
            {
                ["EventTypeId"] = program.Tracker,
                ["EventTypeName"] = "Online Sale",
                ["EventCategory"] = "SALE",
                ["DefaultPayoutRate"] = Percent(program.Usual),
                ["DefaultPayout"] = string.Empty,
                ["PayoutLevel"] = "ITEM",
                ["PayoutGroups"] = new JsonArray([.. groups]),
                ["Locking"] = new JsonObject { ["Basis"] = "TRACKED", ["Period"] = "DAY", ["MonthOffset"] = "0", ["DayOffset"] = "30" },
                ["PayoutScheduling"] = new JsonObject { ["Basis"] = "LOCKED", ["Period"] = "END_OF_DAY" },
                ["CreditPolicy"] = "LAST_REFERRER",
                ["ValidReferrals"] = new JsonArray(new JsonObject { ["Type"] = "CLICKS", ["Window"] = program.WindowDays.ToString(CultureInfo.InvariantCulture), ["WindowUnit"] = "DAY" }),
            }),
            ["Uri"] = $"/Mediapartners/{sid}/Contracts/{program.ContractId}",
        });
    }

    private static JsonObject Campaign(HttpContext context, string sid, ImpactProgram program, SandboxCredentials account) => new()
    {
        ["AdvertiserId"] = "5" + program.CampaignId,
        ["AdvertiserName"] = program.Name,
        ["AdvertiserUrl"] = $"https://www.{program.Name.ToLowerInvariant()}.com",
        ["CampaignId"] = program.CampaignId,
        ["CampaignName"] = program.Name,
        ["CampaignUrl"] = $"https://www.{program.Name.ToLowerInvariant()}.com",
        ["CampaignDescription"] = $"{program.Name}'s programme for publishers.",
        ["Type"] = "Performance",
        ["ShippingRegions"] = new JsonArray("US"),
        ["ContractStatus"] = "Active",
        ["ContractUri"] = $"/Mediapartners/{sid}/Contracts/{program.ContractId}",
        ["TrackingLink"] = TrackingLink(context, program, account),
        ["HasStandDownPolicy"] = "false",
        ["AllowsDeeplinking"] = "true",
        ["DeeplinkDomains"] = new JsonArray([.. program.DeeplinkDomains.Select(domain => (JsonNode)domain)]),
        ["Uri"] = $"/Mediapartners/{sid}/Campaigns/{program.CampaignId}",
    };

    private static IResult Missing(HttpContext context) => ImpactAnswer.Of(context, ImpactErrors.Body("The requested campaign does not exist."), StatusCodes.Status404NotFound);

    private static string Percent(Rate rate) => (rate.BasisPoints / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
