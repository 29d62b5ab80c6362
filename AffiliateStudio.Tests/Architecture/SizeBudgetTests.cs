using System.Text.RegularExpressions;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>Files that a reader can hold in the head. An exception stands in the list with its reason.</summary>
public sealed partial class SizeBudgetTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    [Fact]
    public void Files_OfEachKind_StayWithinTheirBudget()
    {
        var broken =
            from path in SourceTree.Product(".cs").Concat(SourceTree.Product(".razor")).Concat(SourceTree.Tests(".cs"))
            let relative = SourceTree.Relative(path)
            let lines = File.ReadLines(path).Count()
            let budget = BudgetOf(relative)
            where lines > budget && !Exceptions.ContainsKey(relative)
            select $"{relative}: {lines} lines, {budget} allowed";

        Assert.Empty(broken);
    }

    [Fact]
    public void CodeBlocks_InRazorFiles_MoveToCodeBehindWhenTheyGrow()
    {
        var broken =
            from path in SourceTree.Product(".razor")
            let match = CodeBlock().Match(File.ReadAllText(path))
            where match.Success
            let lines = match.Value.Count(c => c == '\n')
            where lines > 52
            select $"{SourceTree.Relative(path)}: {lines} lines in @code, 50 allowed";

        Assert.Empty(broken);
    }

    [Fact]
    public void Exceptions_InTheList_AreStillNeeded()
    {
        var stale = Exceptions.Keys.Where(relative => !File.Exists(Path.Combine(SourceTree.Root, relative))
            || File.ReadLines(Path.Combine(SourceTree.Root, relative)).Count() <= BudgetOf(relative));

        Assert.Empty(stale);
    }

    private static int BudgetOf(string relative) => relative switch
    {
        "AffiliateStudio/Program.cs" => 80,
        _ when relative.StartsWith("AffiliateStudio.Tests/", StringComparison.Ordinal) => 500,
        _ when relative.EndsWith(".razor.cs", StringComparison.Ordinal) => 250,
        _ when relative.EndsWith(".razor", StringComparison.Ordinal) => 150,
        _ when relative.EndsWith("Module.cs", StringComparison.Ordinal) => 80,
        _ => 300,
    };

    [GeneratedRegex(@"^@code\s*\{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
