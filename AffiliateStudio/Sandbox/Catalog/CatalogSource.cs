using System.Globalization;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>What the catalog is made from, read from the text files in <c>Data</c> (embedded): one record per line, parts separated by a bar.</summary>
internal sealed class CatalogSource
{
    private readonly Dictionary<string, Department> _departments;
    private readonly Dictionary<string, IReadOnlyList<ProductColor>> _palettes;

    public CatalogSource()
    {
        _departments = Lines("departments").Select(ReadDepartment).ToDictionary(department => department.Name);
        _palettes = Lines("palettes").ToDictionary(parts => parts[0], parts => (IReadOnlyList<ProductColor>)[.. parts.Skip(1).Select(ReadColor)]);
        Brands = Lines("brands").ToDictionary(parts => parts[0], parts => (IReadOnlyList<string>)parts[1..]);
        Series = [.. Lines("series").Select(parts => parts[0])];
        Kinds = [.. Lines("kinds").Select(ReadKind)];
    }

    /// <summary>Every kind of product.</summary>
    public IReadOnlyList<ProductKind> Kinds { get; }

    /// <summary>Invented brands by department.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Brands { get; }

    /// <summary>Names of product lines.</summary>
    public IReadOnlyList<string> Series { get; }

    private ProductKind ReadKind(string[] parts, int index) => new()
    {
        Index = index,
        Department = _departments[parts[0]],
        Group = parts[1],
        Leaf = parts[2],
        Noun = parts[3],
        Shape = parts[4],
        LowestDollars = int.Parse(parts[5], CultureInfo.InvariantCulture),
        HighestDollars = int.Parse(parts[6], CultureInfo.InvariantCulture),
        Sizes = List(parts[7]),
        Materials = List(parts[8]),
        Features = List(parts[9]),
        Colors = _palettes[parts[10]],
    };

    private static Department ReadDepartment(string[] parts) => new()
    {
        Name = parts[0],
        AmazonIndex = parts[1],
        AmazonRootNode = parts[2],
        AmazonRootName = parts[3],
        AmazonProductLine = parts[4],
        AmazonRate = new Rate(int.Parse(parts[5], CultureInfo.InvariantCulture)),
        WalmartId = parts[6],
        WalmartName = parts[7],
        WalmartRate = new Rate(int.Parse(parts[8], CultureInfo.InvariantCulture)),
    };

    private static ProductColor ReadColor(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return new ProductColor(text[..hash].Trim(), text[hash..]);
    }

    private static string[] List(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Lines(string file) =>
        EmbeddedText.Read($"Catalog.Data.{file}.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd().Split('|'));
}
