using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>Names that say what a thing is, places where one would look for it, pages that say who may open them.</summary>
public sealed partial class NamingRulesTests
{
    private static readonly string[] BannedEndings = ["Helper", "Helpers", "Util", "Utils", "Manager", "Repository", "Dto", "Impl", "Base"];

    private static readonly string[] ForAnySignedInPerson = ["ManagePage"];

    private static readonly Type[] ProductTypes =
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("AffiliateStudio", StringComparison.Ordinal) == true && !type.Name.Contains('<'))];

    [Fact]
    public void Types_OfTheProduct_HaveNamesThatSayWhatTheyAre()
    {
        var broken = ProductTypes.Where(type => BannedEndings.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName);

        Assert.Empty(broken);
    }

    [Fact]
    public void Namespaces_OfSourceFiles_AreTheirFolders()
    {
        var broken =
            from path in SourceTree.Product(".cs")
            let relative = SourceTree.Relative(path)
            let match = NamespaceLine().Match(File.ReadAllText(path))
            where match.Success
            let folder = Path.GetDirectoryName(relative)!.Replace('/', '.')
            where match.Groups[1].Value != folder
            select $"{relative} says {match.Groups[1].Value}";

        Assert.Empty(broken);
    }

    [Fact]
    public void RoutableComponents_SayWhoMayOpenThem()
    {
        // _Imports.razor asks for a signed-in person everywhere, so only a policy, roles or "anybody" says that somebody thought about this page.
        var broken = ProductTypes
            .Where(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Any() && !type.GetCustomAttributes(inherit: true).Any(SaysWho))
            .Select(type => type.Name)
            .ToList();

        Assert.Equal(ForAnySignedInPerson, broken);

        static bool SaysWho(object attribute) => attribute is IAllowAnonymous or IAuthorizeData { Policy.Length: > 0 } or IAuthorizeData { Roles.Length: > 0 };
    }

    [Fact]
    public void RoutableComponents_EndInPage()
    {
        var broken = ProductTypes
            .Where(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Any() && !type.Name.EndsWith("Page", StringComparison.Ordinal))
            .Select(type => type.FullName);

        Assert.Empty(broken);
    }

    [Fact]
    public void UseCases_TakeACancellationTokenWithoutDefault()
    {
        var broken =
            from type in ProductTypes
            where type.Namespace!.StartsWith("AffiliateStudio.Features.", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where method.Name == "RunAsync"
            let last = method.GetParameters().LastOrDefault()
            where last is null || last.ParameterType != typeof(CancellationToken) || last.HasDefaultValue
            select $"{type.FullName}.RunAsync";

        Assert.Empty(broken);
    }

    [Fact]
    public void MoneyMembers_AreNeverFloatingPoint()
    {
        string[] words = ["Amount", "Price", "Commission", "Earned", "Payout", "Sale", "Minor"];
        var broken =
            from type in ProductTypes
            where !type.Namespace!.StartsWith("AffiliateStudio.Ui", StringComparison.Ordinal)
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var actual && (actual == typeof(double) || actual == typeof(float))
            where words.Any(word => property.Name.Contains(word, StringComparison.Ordinal))
            select $"{type.FullName}.{property.Name}";

        Assert.Empty(broken);
    }

    [Fact]
    public void StaticFields_OutsidePlatform_AreReadOnly()
    {
        var broken =
            from type in ProductTypes
            where !type.Namespace!.StartsWith("AffiliateStudio.Platform", StringComparison.Ordinal)
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<') && !field.Name.StartsWith("__", StringComparison.Ordinal)
            select $"{type.FullName}.{field.Name}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Features_EachHaveModuleAndReadme()
    {
        var broken = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "AffiliateStudio", "Features"))
            .Where(folder => !File.Exists(Path.Combine(folder, Path.GetFileName(folder) + "Module.cs")) || !File.Exists(Path.Combine(folder, "README.md")))
            .Select(Path.GetFileName);

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
