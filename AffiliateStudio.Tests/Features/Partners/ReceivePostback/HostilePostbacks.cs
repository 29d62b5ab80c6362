using System.Text;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

/// <summary>What nobody should send. <c>{ok}</c> stands for the good token.</summary>
public static class HostilePostbacks
{
    /// <summary>One request.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Path">Path and query.</param>
    /// <param name="ContentType">The content type; empty for none.</param>
    /// <param name="Body">The body as Latin-1 characters; empty for none.</param>
    public sealed record Case(string Method, string Path, string ContentType = "", string Body = "");

    private const string Ok = "/hooks/walmart/{ok}";

    private static readonly Case[] WrongAddresses =
    [
        new("GET", "/hooks/walmart/x?action_id=1"),
        new("POST", "/hooks/walmart/" + new string('A', 43), "application/json", """{"action_id":"1"}"""),
        new("GET", "/hooks/walmart/" + new string('A', 20_000) + "?action_id=1"),
        new("GET", "/hooks/target/{ok}?action_id=1"),
        new("GET", "/hooks/expedia/{ok}?conversion_id=1"),
        new("GET", "/hooks/amazon/{ok}?action_id=1"),
        new("GET", "/hooks/tiktok/{ok}?action_id=1"),
        new("GET", "/hooks/WALMART/{ok}?action_id=1"),
        new("GET", "/hooks/walmart%00/{ok}?action_id=1"),
        new("GET", "/hooks/%77almart%20/{ok}?action_id=1"),
        new("GET", "/hooks/walmart/{ok}%00?action_id=1"),
        new("GET", "/hooks/walmart/{ok}%20?action_id=1"),
        new("GET", "/hooks/walmart/%20{ok}?action_id=1"),
        new("GET", "/hooks/walmart/{ok}x?action_id=1"),
        new("GET", "/hooks/walmart/{OK}?action_id=1"),
        new("GET", "/hooks/walmart/%F0%9F%92%B0?action_id=1"),
        new("GET", "/hooks/walmart/%ED%A0%80?action_id=1"),
        new("GET", "/hooks/walmart/' OR '1'='1?action_id=1"),
        new("GET", "/hooks/walmart/..%2f..%2fetc%2fpasswd?action_id=1"),
        new("GET", "/hooks/walmart/a/b/c?action_id=1"),
        new("GET", "/hooks/walmart?action_id=1"),
        new("POST", "/hooks//{ok}", "application/json", """{"action_id":"1"}"""),
    ];

    private static readonly Case[] WrongMethods =
    [
        new("PUT", Ok, "application/json", """{"action_id":"1"}"""),
        new("DELETE", Ok + "?action_id=1"),
        new("PATCH", Ok, "application/json", """{"action_id":"1"}"""),
        new("OPTIONS", Ok + "?action_id=1"),
    ];

    private static readonly Case[] WrongContents =
    [
        new("GET", Ok),
        new("GET", Ok + "?"),
        new("GET", Ok + "?action_id="),
        new("GET", Ok + "?action_id=%20%20"),
        new("GET", Ok + "?action_id={ActionId}"),
        new("GET", Ok + "?action_id=%7BActionId%7D"),
        new("GET", Ok + "?action_id=1%00"),
        new("GET", Ok + "?action_id=%0d%0aSet-Cookie:x=1"),
        new("GET", Ok + "?action_id=<script>alert(1)</script>"),
        new("GET", Ok + "?action_id=1';DROP TABLE conversions;--"),
        new("GET", Ok + "?action_id=" + new string('1', 121)),
        new("GET", Ok + "?conversion_id=1"),
        new("GET", Ok + "?action_id[]=1"),
        new("GET", Ok + "?%ff%fe=%c0%80"),
        new("GET", Ok + "?" + string.Concat(Enumerable.Repeat("a&", 6_000))),
        new("POST", Ok),
        new("POST", Ok, "application/json"),
        new("POST", Ok, "application/json", "{"),
        new("POST", Ok, "application/json", "null"),
        new("POST", Ok, "application/json", "\"action_id\""),
        new("POST", Ok, "application/json", "[[[[[[[[[[[[[[[[[[[[[[[[{\"action_id\":1}]]]]]]]]]]]]]]]]]]]]]]]]"),
        new("POST", Ok, "application/json", string.Concat(Enumerable.Repeat("{\"a\":", 5_000))),
        new("POST", Ok, "application/json", """{"action_id":{"action_id":{}}}"""),
        new("POST", Ok, "application/json", """{"action_id":["1"]}"""),
        new("POST", Ok, "application/json", """{"action_id":null}"""),
        new("POST", Ok, "application/json", """{"action_id":true}"""),
        new("POST", Ok, "application/json", """{"action_id":"\ud800"}"""),
        new("POST", Ok, "application/json", """{"\ud800":"1"}"""),
        new("POST", Ok, "application/json", """{"action_id":"{ActionId}"}"""),
        new("POST", Ok, "application/json", "{\"a\":[" + string.Join(',', Enumerable.Repeat("{}", 3_000)) + "],\"action_id\":\"1\"}"),
        new("POST", Ok, "application/json; charset=utf-7", "+AHs-"),
        new("POST", Ok, "application/json; charset=nonsense", "{}"),
        new("POST", Ok, "not a content type", "nothing"),
        new("POST", Ok, "application/xml", """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><action_id>&y;</action_id>"""),
        new("POST", Ok, "text/html", "<html>action_id=1</html>"),
        new("POST", Ok, "application/x-www-form-urlencoded", "%%%=%%%&action_id"),
        new("POST", Ok, "application/x-www-form-urlencoded", "action_id=" + new string('1', 200)),
        new("POST", Ok, "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"action_id\"\r\n\r\n1\r\n--x--"),
        new("POST", Ok, "multipart/form-data", "--"),
        new("POST", Ok, "application/octet-stream", "\u0000\u0001\u00ff\u00fe"),
        new("POST", Ok, "application/octet-stream", new string('\u0000', 64 * 1024)),
        new("POST", Ok, "application/json", "{\"action_id\":\"1\",\"x\":\"" + new string('x', 64 * 1024) + "\"}"),
        new("POST", Ok, "application/json", new string(' ', 1024 * 1024)),
        new("POST", Ok, "application/x-www-form-urlencoded", "action_id=1&x=" + new string('x', 200_000)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Case> All { get; } = [.. WrongAddresses, .. WrongMethods, .. WrongContents];

    /// <summary>Their numbers, as theory data.</summary>
    public static TheoryData<int> Numbers() => new(Enumerable.Range(0, All.Count));

    /// <summary>The request with the good token in it.</summary>
    public static HttpRequestMessage Request(Case hostile, string token)
    {
        var path = hostile.Path.Replace("{ok}", token, StringComparison.Ordinal).Replace("{OK}", token.ToUpperInvariant(), StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(hostile.Method), path);
        if (hostile.ContentType.Length > 0 || hostile.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(hostile.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", hostile.ContentType);
        }

        return request;
    }
}
