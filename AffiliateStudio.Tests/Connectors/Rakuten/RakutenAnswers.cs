using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

/// <summary>Answers in the shapes that Rakuten's APIs give.</summary>
internal static class RakutenAnswers
{
    public const string Token = """{"access_token":"tok-1","refresh_token":"ref-1","token_type":"bearer","expires_in":3600}""";

    public const string SecondToken = """{"access_token":"tok-2","refresh_token":"ref-2","token_type":"bearer","expires_in":"3600"}""";

    public const string TwoItems = """
        <?xml version="1.0" encoding="UTF-8"?>
        <result>
          <TotalMatches>37</TotalMatches><TotalPages>19</TotalPages><PageNumber>1</PageNumber>
          <item>
            <mid>54321</mid><merchantname>Fernway Outdoors</merchantname><linkid>7700012345</linkid>
            <createdon>2026-10-30/04:12:55</createdon><sku>FW-STV-02</sku>
            <productname>  Two-burner camp stove   </productname>
            <category><primary>Outdoor~~ Cooking </primary><secondary>Stoves</secondary></category>
            <price currency="USD">89.95</price><saleprice currency="USD">74.50</saleprice>
            <upccode/><description><short>Folding stove</short><long>Folding stove, two burners.</long></description>
            <keywords>stove~~camping</keywords>
            <linkurl>https://click.linksynergy.com/link?id=AbCdEf12345&amp;offerid=900111.7700012345&amp;type=15&amp;murl=https%3A%2F%2Ffernway.example%2Fp%2Fstv02%3Fcolor%3Dred</linkurl>
            <imageurl>https://img.fernway.example/stv02.jpg</imageurl>
          </item>
          <item>
            <mid>54410</mid><merchantname>Maren &amp; Pike</merchantname><linkid>15-77</linkid><sku></sku>
            <productname>Rain jacket</productname>
            <category><primary>Fashion</primary><secondary></secondary></category>
            <price currency="USD">120.00</price><saleprice currency="USD"></saleprice>
            <upccode>012345678905</upccode><description><short>Light</short><long></long></description>
            <linkurl>http://click.linksynergy.com/link?id=AbCdEf12345&amp;offerid=1.2&amp;type=15&amp;murl=http%3A%2F%2Fwww.marenpike.example%2Fjacket</linkurl>
            <imageurl>http://img.marenpike.example/j.jpg</imageurl>
          </item>
        </result>
        """;

    public const string NoItems = "<result><TotalMatches>0</TotalMatches><TotalPages>0</TotalPages><PageNumber>1</PageNumber></result>";

    public static Merchant Fernway { get; } = new()
    {
        Partner = PartnerKey.Rakuten,
        Id = "54321",
        Name = "Fernway Outdoors",
        Hosts = "fernway.example www.fernway.example",
        State = MerchantState.Active,
        AllowsDeepLinks = true,
    };

    public static string Error(string id, string words) => $"<result><Errors><ErrorID>{id}</ErrorID><ErrorText>{words}</ErrorText></Errors></result>";

    public static string Row(string id, string sale, string commission, string isEvent = "N", string more = "") => $$"""
        {"etransaction_id":"{{id}}","advertiser_id":54321,"sid":4001234,"order_id":"ORD-88","offer_id":900111,"sku_number":"FW-STV-02","sale_amount":{{sale}},"quantity":1,
        "commissions":{{commission}},"process_date":"Thu Jan 15 2026 09:14:05 GMT+0000 (UTC)","transaction_date":"Wed Jan 14 2026 23:30:40 GMT+0000 (UTC)","transaction_type":"realtime",
        "product_name":"Two-burner camp stove","u1":"pin_01J9ZK","currency":"USD","is_event":"{{isEvent}}","commissions_list_id":""{{more}}}
        """;
}
