using System.Buffers;
using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Features.Clicks.Model;

namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>
/// Tells people from programs by what a request says about itself. Every request is recorded with the version of these rules; who lies about its user agent is not found
/// here.
/// </summary>
internal static class RequestClassifier
{
    /// <summary>The version of the rules; goes up with every change of them or of the lists.</summary>
    public const byte RuleVersion = 1;

    private static readonly SearchValues<string> PreviewTokens = SearchValues.Create(AgentLists.Previews.AsSpan(), StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> RobotTokens = SearchValues.Create(AgentLists.Robots.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Classifies a request.</summary>
    public static RequestClass Classify(string method, IHeaderDictionary headers)
    {
        var agent = headers.UserAgent.ToString();
        var program = ClassifyAgent(agent);
        if (HttpMethods.IsHead(method))
        {
            return program with { Kind = ClickKind.Head, WantsPreview = false };
        }

        return IsPrefetch(headers) ? program with { Kind = ClickKind.Prefetch, WantsPreview = false } : program;
    }

    /// <summary>
    /// Whether a browser fetches ahead of a tap. Chromium sends <c>Sec-Purpose: prefetch…</c> (and the older <c>Purpose</c>), Firefox sent <c>X-Moz</c>, Safari
    /// <c>X-Purpose: preview</c>.
    /// </summary>
    public static bool IsPrefetch(IHeaderDictionary headers) =>
        Starts(headers["Sec-Purpose"], "prefetch") || Starts(headers["Purpose"], "prefetch") || Starts(headers["X-Moz"], "prefetch") || Starts(headers["X-Purpose"], "preview")
        || Starts(headers["Purpose"], "preview");

    private static RequestClass ClassifyAgent(string agent)
    {
        if (agent.Length == 0)
        {
            return new RequestClass(ClickKind.Bot, "none", false);
        }

        var previewAt = agent.AsSpan().IndexOfAny(PreviewTokens);
        if (previewAt >= 0)
        {
            return new RequestClass(ClickKind.Bot, Name(agent, previewAt, AgentLists.Previews), true);
        }

        var robotAt = agent.AsSpan().IndexOfAny(RobotTokens);
        if (robotAt >= 0)
        {
            return new RequestClass(ClickKind.Bot, Name(agent, robotAt, AgentLists.Robots), false);
        }

        if (SaysBot(agent))
        {
            return new RequestClass(ClickKind.Bot, "bot", false);
        }

        // Every browser, also one inside an app, begins like this; what does not is a library or an app's own fetch.
        var isBrowser = agent.StartsWith("Mozilla/", StringComparison.Ordinal) || agent.StartsWith("Opera/", StringComparison.Ordinal);
        return isBrowser ? new RequestClass(ClickKind.Counted, "browser", false) : new RequestClass(ClickKind.Bot, "library", false);
    }

    // "bot" at the end of a word: Googlebot/2.1, AhrefsBot;, "some bot". Not "Cubot", which makes telephones, and not "bottle".
    private static bool SaysBot(string agent)
    {
        for (var at = agent.IndexOf("bot", StringComparison.OrdinalIgnoreCase); at >= 0; at = agent.IndexOf("bot", at + 3, StringComparison.OrdinalIgnoreCase))
        {
            var endsWord = at + 3 == agent.Length || !char.IsAsciiLetter(agent[at + 3]);
            var isPhone = at >= 2 && agent.AsSpan(at - 2, 2).Equals("cu", StringComparison.OrdinalIgnoreCase);
            if (endsWord && !isPhone)
            {
                return true;
            }
        }

        return false;
    }

    private static string Name(string agent, int at, string[] tokens)
    {
        foreach (var token in tokens)
        {
            if (agent.AsSpan(at).StartsWith(token, StringComparison.OrdinalIgnoreCase))
            {
                var name = token.TrimEnd('/', ' ', '(').ToLowerInvariant();
                return name.Length <= Click.AgentLength ? name : name[..Click.AgentLength];
            }
        }

        return "bot";
    }

    private static bool Starts(Microsoft.Extensions.Primitives.StringValues value, string start) =>
        value.Count > 0 && value[0] is { } text && text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
