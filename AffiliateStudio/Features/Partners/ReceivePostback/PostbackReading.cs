using System.Text.Json;

namespace AffiliateStudio.Features.Partners.ReceivePostback;

/// <summary>
/// Finds out whether a postback names an order. Nothing else of it is used: amounts and states are read from the partner's own record, so whoever learns the address can make us
/// look, and no more.
/// </summary>
internal static class PostbackReading
{
    private const int LongestId = 120;
    private const int MostMembers = 2_000;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] ImpactNames = ["action_id", "actionid"];

    private static readonly string[] PartnerizeNames = ["conversion_id", "conversionid", "publisher_reference", "publisherreference", "pubref", "clickref"];

    /// <summary>Whether the query or the body names an order in the partner's style.</summary>
    public static bool NamesAnOrder(PostbackStyle style, string query, byte[] body)
    {
        var names = style == PostbackStyle.Impact ? ImpactNames : PartnerizeNames;
        return Pairs(names, query.StartsWith('?') ? query[1..] : query) || InBody(names, body);
    }

    // The content type is not asked: templates are written by hand, and senders say what they like.
    private static bool InBody(string[] names, byte[] body)
    {
        var text = PostbackBody.Text(body).Trim();
        if (text.Length == 0)
        {
            return false;
        }

        if (text[0] is not ('{' or '['))
        {
            return Pairs(names, text);
        }

        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            var left = MostMembers;
            return InJson(names, json.RootElement, ref left);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Half a surrogate is valid JSON, but no text.
            return false;
        }
    }

    private static bool Pairs(string[] names, string text) =>
        PostbackBody.Pairs(text.AsMemory()).Take(MostMembers).Any(pair => IsName(names, pair.Name) && IsId(pair.Value));

    private static bool InJson(string[] names, JsonElement element, ref int left)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (--left < 0 || InJson(names, item, ref left))
                {
                    return left >= 0;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (--left < 0)
                {
                    return false;
                }

                if (IsName(names, member.Name) ? IsId(Plain(member.Value)) : InJson(names, member.Value, ref left))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? string.Empty,
        JsonValueKind.Number => value.GetRawText(),
        _ => string.Empty,
    };

    private static bool IsName(string[] names, string name) => names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    // A macro that was not filled in ("{ActionId}") names nothing.
    private static bool IsId(string value) =>
        value.Trim() is { Length: > 0 and <= LongestId } id && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or ':');
}
