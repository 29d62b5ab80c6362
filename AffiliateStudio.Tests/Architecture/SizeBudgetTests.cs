using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>Files that a reader can hold in the head. An exception stands in the list with its reason.</summary>
public sealed partial class SizeBudgetTests
{
    private const int LongestMethod = 50;
    private const int MostParameters = 7;

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> WideConstructors = new(StringComparer.Ordinal);

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

    [Fact]
    public void Constructors_TakeNoMoreThanOneCanHoldInTheHead()
    {
        var wide = WideClasses().Where(type => !WideConstructors.ContainsKey(type.FullName!)).Select(type => $"{type.FullName}: more than {MostParameters} parameters");

        Assert.Empty(wide);
    }

    [Fact]
    public void WideConstructors_InTheList_AreStillNeeded() =>
        Assert.Empty(WideConstructors.Keys.Except(WideClasses().Select(type => type.FullName!)));

    [Fact]
    public void Methods_OfTheProduct_FitOnAScreen()
    {
        var broken =
            from path in SourceTree.Product(".cs").Concat(SourceTree.Product(".razor"))
            from member in SourceMembers.Of(File.ReadAllLines(path))
            where member.Lines > LongestMethod
            select $"{SourceTree.Relative(path)}: {member.Start} has {member.Lines} lines, {LongestMethod} allowed";

        Assert.Empty(broken);
    }

    [Fact]
    public void Members_OfASource_AreCountedByTheirBody()
    {
        string[] source =
        [
            "namespace A;", "", "internal sealed class B(int c)", "{", "    private readonly int _c = c;", "", "    public int D()", "    {", "        if (_c > 0)", "        {",
            "            return 1;", "        }", "", "        return 0;", "    }", "", "    public int E() =>", "        _c", "        + 1;", "}",
        ];

        Assert.Equal([("public int D()", 6), ("public int E() =>", 3)], SourceMembers.Of(source));
    }

    // A record's parameters are its data, and EF makes entities by their properties.
    private static IEnumerable<Type> WideClasses() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("AffiliateStudio", StringComparison.Ordinal) == true && !type.Name.Contains('<'))
        .Where(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is null)
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
        .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(maker => maker.GetParameters().Length > MostParameters));

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
