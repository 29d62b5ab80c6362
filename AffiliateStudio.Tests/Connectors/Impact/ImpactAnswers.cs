namespace AffiliateStudio.Tests.Connectors.Impact;

/// <summary>Answers as impact.com writes them: every value text, paging members with an @.</summary>
internal static class ImpactAnswers
{
    /// <summary>A whole answer without any action.</summary>
    public const string Nothing = """{"@page":"1","@numpages":"1","@total":"0","@nextpageuri":"","Actions":[]}""";

    /// <summary>A page of actions; an empty address says that it is the last.</summary>
    public static string Page(string next, params string[] actions) =>
        $$"""{"@page":"1","@numpages":"{{(next.Length > 0 ? 2 : 1)}}","@pagesize":"2000","@total":"{{actions.Length}}","@nextpageuri":"{{next}}","Actions":[{{string.Join(',', actions)}}]}""";

    /// <summary>One action with a payout of 1.25 dollars of 25.00.</summary>
    public static string Action(string id, string state, string cleared = "") => $$"""
        {"Id":"{{id}}","CampaignId":"9383","ActionTrackerName":"Online Sale","State":"{{state}}","AdId":"81938","Payout":"1.25","DeltaPayout":"1.25","Amount":"25.00","Currency":"USD",
         "ReferringDate":"2026-01-10T09:45:07-08:00","EventDate":"2026-01-10T10:02:11-08:00","CreationDate":"2026-01-10T10:10:00-08:00","LockingDate":"2026-02-26T00:00:00-08:00",
         "ClearedDate":"{{cleared}}","ReferringType":"SOMETHING_NEW","Oid":"900555","SharedId":"","SubId1":"vid-123","SubId2":"pin-9","NewMember":{"x":1} }
        """;
}
