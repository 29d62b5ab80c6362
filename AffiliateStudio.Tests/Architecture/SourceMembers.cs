using System.Text.RegularExpressions;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>
/// How long the methods of a source file are, read from its indentation: a member starts at the indentation of its type and goes on as long as lines are blank, further in,
/// or its own braces.
/// </summary>
internal static partial class SourceMembers
{
    /// <summary>The first line of each method, property or constructor, and how many lines it has between its braces, or from its first line on without them.</summary>
    public static IReadOnlyList<(string Start, int Lines)> Of(IReadOnlyList<string> source) =>
    [
        .. from index in Enumerable.Range(0, source.Count)
           where Member().IsMatch(source[index]) && !NoMember().IsMatch(source[index])
           select (source[index].Trim(), LengthAt(source, index)),
    ];

    private static int LengthAt(IReadOnlyList<string> source, int start)
    {
        var indent = Indent(source[start]);
        var body = start;
        var end = start;
        for (var i = start + 1; i < source.Count; i++)
        {
            var line = source[i];
            if (line.Length == 0)
            {
                continue;
            }

            var isBrace = Indent(line) == indent && (line.Trim() is "{" or "}" or "};");
            if (Indent(line) < indent || (Indent(line) == indent && !isBrace))
            {
                break;
            }

            if (line.Trim() == "{" && isBrace)
            {
                body = i + 1;
            }
            else if (isBrace)
            {
                end = body == start ? i : i - 1;
                break;
            }

            end = i;
        }

        return end - body + 1;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^ +(public|private|protected|internal)\b.*[(>]")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|delegate|const|readonly)\b|;$")]
    private static partial Regex NoMember();
}
