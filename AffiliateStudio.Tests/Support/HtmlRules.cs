using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace AffiliateStudio.Tests.Support;

/// <summary>What is wrong with the HTML of a page: what the parser had to mend, and what it takes silently although the standard forbids it.</summary>
internal static class HtmlRules
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    ];

    private static readonly HashSet<string> TextOnly = ["a", "abbr", "b", "bdi", "button", "cite", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "label", "legend", "p", "small", "span", "strong", "summary", "time"];

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["ul"] = ["li"], ["ol"] = ["li"], ["dl"] = ["dt", "dd", "div"], ["table"] = ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"], ["tr"] = ["th", "td"],
        ["tbody"] = ["tr"], ["thead"] = ["tr"], ["select"] = ["option", "optgroup", "hr"],
    };

    /// <summary>Everything that is wrong, each with its place; empty for a good page.</summary>
    public static IReadOnlyList<string> Problems(string html)
    {
        var problems = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, found) =>
        {
            if (found is HtmlErrorEvent error && !IsSvgName(html, error))
            {
                problems.Add(Describe(error));
            }
        };
        var page = parser.ParseDocument(html);
        foreach (var element in page.All)
        {
            problems.AddRange(ProblemsOf(element).Select(problem => $"{problem}: {Short(element)}"));
        }

        problems.AddRange(page.All.Where(element => element.HasAttribute("id")).GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => $"The id {same.Key} stands {same.Count()} times"));
        problems.AddRange(Missing(page.QuerySelectorAll("main").Length == 1, "There is not exactly one main"));
        problems.AddRange(Missing(page.QuerySelectorAll("h1").Length == 1, "There is not exactly one h1"));
        problems.AddRange(Missing(page.Title is { Length: > 0 }, "The page has no title"));
        problems.AddRange(Missing(page.DocumentElement.GetAttribute("lang") is { Length: > 0 }, "The page names no language"));
        problems.AddRange(Missing(page.Doctype is not null && page.CompatMode == "CSS1Compat", "The page is in quirks mode"));
        return problems;
    }

    private static IEnumerable<string> ProblemsOf(IElement element)
    {
        var name = element.LocalName;
        if (Blocks.Contains(name) && element.Ancestors().OfType<IElement>().FirstOrDefault(outer => TextOnly.Contains(outer.LocalName) && !(outer.LocalName == "a" && IsFlow(outer))) is { } outer)
        {
            yield return $"A {name} stands in a {outer.LocalName}";
        }

        if (element.ParentElement is { } parent && Children.TryGetValue(parent.LocalName, out var allowed) && !allowed.Contains(name) && name is not ("script" or "template"))
        {
            yield return $"A {name} stands right in a {parent.LocalName}";
        }

        if (name is "li" or "dt" or "dd" && element.ParentElement?.LocalName is not ("ul" or "ol" or "menu" or "dl" or "div"))
        {
            yield return $"A {name} stands outside a list";
        }

        if (name is "a" or "button" or "input" or "select" or "textarea" && element.Ancestors().OfType<IElement>().Any(outer => outer.LocalName is "a" or "button") && element.GetAttribute("type") != "hidden")
        {
            yield return $"A {name} stands in a link or button";
        }

        foreach (var reference in new[] { "for", "aria-labelledby", "aria-describedby", "aria-controls" })
        {
            foreach (var id in (element.GetAttribute(reference) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => element.Owner!.GetElementById(id) is null))
            {
                yield return $"{reference} names {id}, which is not there";
            }
        }

        if (name == "img" && !element.HasAttribute("alt"))
        {
            yield return "A picture has no alt";
        }

        if (element.Attributes.Where(attribute => attribute.Name is "href" or "src" or "action").Any(attribute => attribute.Value.Length == 0 || attribute.Value.Contains(' ', StringComparison.Ordinal)))
        {
            yield return "An address is empty or holds a space";
        }
    }

    // A link may hold blocks where its own parent may.
    private static bool IsFlow(IElement link) => !link.Ancestors().OfType<IElement>().Any(outer => TextOnly.Contains(outer.LocalName));

    // The standard compares the end tags of SVG in lower case; this parser takes "</clipPath>" for another name than "clippath".
    private static bool IsSvgName(string html, HtmlErrorEvent error)
    {
        var line = html.Split('\n')[error.Position.Line - 1];
        var start = line.LastIndexOf("</", Math.Min(error.Position.Column, line.Length - 1), StringComparison.Ordinal);
        return start >= 0 && line.AsSpan(start).StartsWith("</clipPath>", StringComparison.Ordinal);
    }

    private static string[] Missing(bool isThere, string problem) => isThere ? [] : [problem];

    private static string Short(IElement element) => element.OuterHtml.Length <= 160 ? element.OuterHtml : element.OuterHtml[..160];

    private static string Describe(HtmlErrorEvent error) => $"{error.Message} (line {error.Position.Line}, column {error.Position.Column})";
}
