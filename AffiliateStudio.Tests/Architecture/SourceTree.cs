using System.Runtime.CompilerServices;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>The product's sources, for rules that the assembly cannot tell.</summary>
internal static class SourceTree
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The product's files with this ending, without what the build makes.</summary>
    public static IEnumerable<string> Product(string ending) => Files("AffiliateStudio", ending);

    /// <summary>The tests' files with this ending.</summary>
    public static IEnumerable<string> Tests(string ending) => Files("AffiliateStudio.Tests", ending);

    /// <summary>The path below the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(string project, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*" + ending, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(part => part is "obj" or "bin" or "Migrations" or "node_modules"));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
