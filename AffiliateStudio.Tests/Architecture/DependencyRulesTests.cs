namespace AffiliateStudio.Tests.Architecture;

/// <summary>Who may know whom. The table is the design; a new edge is a design decision, not a fix for a red test.</summary>
public sealed class DependencyRulesTests
{
    private static readonly string[] FeatureOrder = ["Accounts", "Partners", "Catalog", "Videos", "Pins", "Clicks", "Earnings"];

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Platform"] = [],
        ["Data"] = ["Platform"],
        ["Ui"] = ["Platform"],
        ["Features"] = ["Ui", "Data", "Platform"],
        ["Connectors"] = ["Features", "Platform"],
        ["Sandbox"] = ["Ui", "Platform"],
        ["Demo"] = ["Features", "Connectors", "Sandbox", "Ui", "Data", "Platform"],
        ["Shell"] = ["Demo", "Features", "Connectors", "Sandbox", "Ui", "Data", "Platform"],
    };

    [Fact]
    public void Graph_OfTheProduct_SeesSignaturesBodiesAndMembers()
    {
        var module = AssemblyGraph.Product.Types.Single(type => type.FullName == "AffiliateStudio.Features.Accounts.AccountsModule");
        var clock = AssemblyGraph.Product.Types.Single(type => type.FullName == "AffiliateStudio.Platform.Ids.IdGenerator");

        Assert.Contains("AffiliateStudio.Data.StudioDb", module.Uses);
        Assert.Contains("System.TimeProvider::GetUtcNow", clock.Members);
    }

    [Fact]
    public void Parts_OfTheProduct_UseOnlyWhatTheDirectionAllows()
    {
        var broken =
            from type in AssemblyGraph.Product.Types
            let part = PartOf(type.FullName)
            where part is not null
            from used in type.Uses
            let usedPart = PartOf(used)
            where usedPart is not null && usedPart != part && !MayUse[part].Contains(usedPart)
            select $"{type.FullName} -> {used}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Types_OfTheProduct_AllBelongToAKnownPart()
    {
        var homeless = AssemblyGraph.Product.Types.Select(type => type.FullName).Where(name => PartOf(name) is null && name != "AffiliateStudio._Imports");

        Assert.Empty(homeless);
    }

    [Fact]
    public void Connectors_UseOfFeatures_IsContractAndModelOnly()
    {
        string[] allowed =
        [
            "AffiliateStudio.Features.Partners.Contract", "AffiliateStudio.Features.Partners.Model",
            "AffiliateStudio.Features.Videos.Contract", "AffiliateStudio.Features.Videos.Model",
        ];
        var broken =
            from type in AssemblyGraph.Product.Types
            where PartOf(type.FullName) == "Connectors"
            from used in type.Uses
            where PartOf(used) == "Features" && !allowed.Contains(NamespaceOf(used))
            select $"{type.FullName} -> {used}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Features_AmongThemselves_SeeOnlyEarlierOnesAndOnlyTheirPublishedParts()
    {
        var broken =
            from type in AssemblyGraph.Product.Types
            let feature = FeatureOf(type.FullName)
            where feature is not null
            from used in type.Uses
            let usedFeature = FeatureOf(used)
            where usedFeature is not null && usedFeature != feature
            where Array.IndexOf(FeatureOrder, usedFeature) > Array.IndexOf(FeatureOrder, feature) || !IsPublished(used, usedFeature)
            select $"{type.FullName} -> {used}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Features_InTheTree_AreAllInTheOrder()
    {
        var features = AssemblyGraph.Product.Types.Select(type => FeatureOf(type.FullName)).OfType<string>().Distinct().Order();

        Assert.Equal(FeatureOrder.Order(), features);
    }

    [Fact]
    public void Components_OutsideAccounts_TouchNeitherDatabaseNorHttpNorIdentity()
    {
        string[] forbidden = ["Microsoft.EntityFrameworkCore.", "AffiliateStudio.Data.", "System.Net.Http.HttpClient", "Microsoft.AspNetCore.Identity.UserManager"];
        var broken =
            from type in AssemblyGraph.Product.Types
            where IsComponent(type) && FeatureOf(type.FullName) != "Accounts"
            from used in type.Uses
            where forbidden.Any(prefix => used.StartsWith(prefix, StringComparison.Ordinal))
            select $"{type.FullName} -> {used}";

        Assert.Empty(broken);
    }

    [Fact]
    public void JsInterop_OutsideUiAndShell_IsNotUsed()
    {
        var broken =
            from type in AssemblyGraph.Product.Types
            where PartOf(type.FullName) is not ("Ui" or "Shell")
            where type.Uses.Any(used => used.StartsWith("Microsoft.JSInterop.", StringComparison.Ordinal))
            select type.FullName;

        Assert.Empty(broken);
    }

    [Fact]
    public void Models_OfFeatures_KnowNoUserInterface()
    {
        var broken =
            from type in AssemblyGraph.Product.Types
            where type.Namespace.EndsWith(".Model", StringComparison.Ordinal)
            from used in type.Uses
            where used.StartsWith("Radzen.", StringComparison.Ordinal) || used.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal)
            select $"{type.FullName} -> {used}";

        Assert.Empty(broken);
    }

    [Fact]
    public void TimeAndChance_OutsidePlatform_ComeFromTheClockAndTheGenerator()
    {
        string[] forbidden =
        [
            "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
            "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Random::get_Shared", "System.Random::.ctor",
        ];
        var broken =
            from type in AssemblyGraph.Product.Types
            where PartOf(type.FullName) is not "Platform"
            from member in type.Members
            where forbidden.Contains(member)
            select $"{type.FullName} uses {member}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Waiting_Anywhere_DoesNotBlock()
    {
        string[] forbidden =
        [
            "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task::WaitAll", "System.Threading.Thread::Sleep",
        ];
        var broken =
            from type in AssemblyGraph.Product.Types
            from member in type.Members
            where forbidden.Contains(member)
            select $"{type.FullName} uses {member}";

        Assert.Empty(broken);
    }

    private static string? PartOf(string name) => name.Split('.') is ["AffiliateStudio", var part, _, ..] && MayUse.ContainsKey(part) ? part : null;

    private static string? FeatureOf(string name) => name.Split('.') is ["AffiliateStudio", "Features", var feature, _, ..] ? feature : null;

    private static string NamespaceOf(string name) => name[..name.LastIndexOf('.')];

    private static bool IsPublished(string name, string feature)
    {
        var root = "AffiliateStudio.Features." + feature;
        return NamespaceOf(name) == root || NamespaceOf(name) == root + ".Model" || NamespaceOf(name) == root + ".Contract";
    }

    private static bool IsComponent(TypeNode type) =>
        type.Uses.Contains("Microsoft.AspNetCore.Components.ComponentBase") || type.Uses.Contains("Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder");
}
