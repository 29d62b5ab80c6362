using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Makes tracking links: parameters in the query, for pages on the programme's domains only.</summary>
internal static class TrackingLinkEndpoints
{
    private const int LongestSubId = 255;
    private static readonly string[] SubIds = ["subId1", "subId2", "subId3"];

    public static void Map(RouteGroupBuilder partner) => partner.MapPost("/Programs/{programId}/TrackingLinks", Make);

    private static IResult Make(HttpContext context, string programId, SandboxCredentials account, TimeProvider clock)
    {
        if (ImpactProgram.Find(account, programId) is not { } program)
        {
            return Forbidden(clock, "You are not in this program.");
        }

        var query = context.Request.Query;
        if (query["Type"].ToString() is not ("" or "Regular"))
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", ("Type", "Vanity links are not offered here; use Regular")), StatusCodes.Status400BadRequest);
        }

        if (SubIds.FirstOrDefault(name => query[name].ToString().Length > LongestSubId) is { } tooLong)
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", (tooLong, $"must have at most {LongestSubId} characters")), StatusCodes.Status400BadRequest);
        }

        if (query["AdId"].ToString() is { Length: > 0 } ad && ad != program.AdId)
        {
            return Forbidden(clock, $"The ad ID '{ad}' does not exist.");
        }

        if (query["MediaPartnerPropertyId"].ToString() is { Length: > 0 } property)
        {
            return Forbidden(clock, $"The property ID '{property}' does not exist.");
        }

        var page = query["DeepLink"].ToString();
        if (page.Length > 0 && !IsOfProgram(context, program, page))
        {
            return ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", ("DeepLink", "The landing page is not on a domain that this program allows")), StatusCodes.Status400BadRequest);
        }

        var parameters = SubIds.Select(name => (name, query[name].ToString())).Append(("sharedid", query["sharedId"].ToString())).Append(("u", page))
            .Where(pair => pair.Item2.Length > 0)
            .Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}")
            .ToList();
        var link = CampaignEndpoints.TrackingLink(context, program, account);
        return ImpactAnswer.Of(context, new JsonObject { ["TrackingURL"] = parameters.Count == 0 ? link : $"{link}?{string.Join('&', parameters)}" });
    }

    // In the sandbox a shop's pages are on this very server, below the shop's path.
    private static bool IsOfProgram(HttpContext context, ImpactProgram program, string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var url)
        && (url.Host == context.Request.Host.Host
            ? url.AbsolutePath.StartsWith($"/sandbox/{program.Partner.ToString().ToLowerInvariant()}/", StringComparison.Ordinal)
            : program.DeeplinkDomains.Any(domain => domain[0] == '*' ? url.Host.EndsWith(domain[1..], StringComparison.OrdinalIgnoreCase) : string.Equals(url.Host, domain, StringComparison.OrdinalIgnoreCase)));

    private static IResult Forbidden(TimeProvider clock, string message) => JsonBody.Answer(
        new JsonObject { ["timestamp"] = clock.GetUtcNow().ToUnixTimeMilliseconds(), ["status"] = "FORBIDDEN", ["error"] = "Forbidden", ["message"] = message },
        StatusCodes.Status403Forbidden);
}
