using System.Net;

namespace AffiliateStudio.Tests.Connectors.Target;

/// <summary>impact.com's answers about Target, as it writes them.</summary>
internal static class TargetAnswers
{
    /// <summary>The two catalogs of the programme, and one of somebody else.</summary>
    public const string Catalogs = """
        {"@page":"1","@total":"3","@nextpageuri":"","Catalogs":[
          {"Id":"9001","Name":"Target Product Feed Commissioned Items","CampaignId":"2092","NumberOfItems":"2"},
          {"Id":"9002","Name":"Target Exclusions","CampaignId":"2092","FTPLocations":["ftp://user:secret@products.example/x.gz"]},
          {"Id":"7","Name":"Exclusions of another","CampaignId":"1"}]}
        """;

    /// <summary>A whole contract.</summary>
    public const string Contract = """
        {"Id":"C-12","EventPayouts":[{"EventCategory":"SALE","DefaultPayoutRate":"1.00","PayoutLevel":"ITEM","PayoutGroups":[{"Name":"Home","PayoutRate":"8.00"},{"Name":"","PayoutRate":"3"},{"Name":"Toys","PayoutRate":"x"}],
          "Locking":{"Basis":"TRACKED","Period":"MONTH","MonthOffset":"1","DayOffset":"15"},"ValidReferrals":[{"Type":"CLICKS","Window":"30","WindowUnit":"DAY"}]}]}
        """;

    /// <summary>An item of a page of search results.</summary>
    public static string Item(string id, string catalog = "9001", string campaign = "2092", string stock = "InStock", string price = "25.00") => $$"""
        {"Id":"product_{{catalog}}_{{id}}","CatalogId":"{{catalog}}","CampaignId":"{{campaign}}","CampaignName":"Target","CatalogItemId":"{{id}}","Name":"Arc Desk Lamp &amp; Shade","Description":"Lamp","Bullets":[],"Labels":[],
         "Manufacturer":"Northlight Test","Url":"https://goto.target.com/c/7654321/81938/2092?prodsku={{id}}&u=https%3A%2F%2Fwww.target.com%2Fp%2Farc-lamp%2F-%2FA-{{id}}&intsrc=APIG_9001","MobileUrl":"",
         "ImageUrl":"https://target.scene7.com/is/image/Target/test1","AdditionalImageUrls":["https://target.scene7.com/is/image/Target/test2","http://plain.example/x"],"Promotions":[],
         "CurrentPrice":"{{price}}","OriginalPrice":"30.00","DiscountPercentage":"16","Currency":"USD","StockAvailability":"{{stock}}","Gtin":"00000000000017","GtinType":"UPC",
         "Category":"Home > Lighting > Desk Lamps","IsParent":false,"Colors":["Black"],"Condition":"New","NewMember":{"a":[1]} }
        """;

    /// <summary>A page of items.</summary>
    public static string Items(int total, string next, params string[] items) =>
        $$"""{"@page":"1","@total":"{{total}}","@nextpageuri":"{{next}}","Items":[{{string.Join(',', items)}}]}""";

    /// <summary>The campaigns of the account.</summary>
    public static string Campaigns(string contract = "Active", string deepLinks = "true", string domains = """["*.target.com"]""") => $$"""
        {"@page":"1","@nextpageuri":"","Campaigns":[{"CampaignId":"1","CampaignName":"Other","ContractStatus":"Active"},
          {"CampaignId":"2092","CampaignName":"Target","ContractStatus":"{{contract}}","TrackingLink":"https://goto.target.com/c/7654321/81938/2092","AllowsDeeplinking":"{{deepLinks}}","DeeplinkDomains":{{domains}} }]}
        """;

    /// <summary>The refusal of the tracking links endpoint, in its own shape.</summary>
    public static HttpResponseMessage Forbidden(string message) =>
        FakePartner.Json($$"""{"timestamp":1768478400000,"status":"FORBIDDEN","error":"Forbidden","message":"{{message}}"}""", HttpStatusCode.Forbidden);
}
