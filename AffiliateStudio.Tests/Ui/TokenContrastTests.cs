using System.Globalization;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Tests.Ui;

/// <summary>Computes WCAG contrast from the token sheet itself, in both themes.</summary>
public sealed partial class TokenContrastTests
{
    private static readonly string[] Grounds = ["page", "surface", "surface-raised", "surface-sunken"];

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var ground in Grounds)
        {
            foreach (var ink in new[] { "ink", "ink-muted", "accent", "accent-strong", "good", "wait", "bad", "info" })
            {
                pairs.Add(ink, ground, 4.5);
            }
        }

        foreach (var ground in new[] { "page", "surface", "surface-raised" })
        {
            pairs.Add("control-line", ground, 3);
        }

        foreach (var chart in new[] { "good", "wait", "bad", "info", "accent", "ink-muted" })
        {
            pairs.Add("chart-" + chart, "surface", 3);
        }

        pairs.Add("on-accent", "accent", 4.5);
        pairs.Add("on-accent", "accent-strong", 4.5);
        pairs.Add("on-bad", "bad", 4.5);
        pairs.Add("page", "ink", 4.5);
        pairs.Add("accent-strong", "accent-soft", 4.5);
        foreach (var meaning in new[] { "good", "wait", "bad", "info" })
        {
            pairs.Add(meaning, meaning + "-soft", 4.5);
            pairs.Add("ink", meaning + "-soft", 4.5);
        }

        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Pair_InBothThemes_CanBeRead(string ink, string ground, double least)
    {
        var tokens = Tokens();

        Assert.All(new[] { 0, 1 }, theme => Assert.True(
            Contrast(tokens[ink][theme], tokens[ground][theme]) >= least,
            $"--{ink} on --{ground} ({(theme == 0 ? "light" : "dark")}): {Contrast(tokens[ink][theme], tokens[ground][theme]):0.00}"));
    }

    [Fact]
    public void Styles_OutsideTheTokens_NameNoRawColour()
    {
        var root = Root();
        var sheets = Directory.EnumerateFiles(Path.Combine(root, "wwwroot-assets", "styles"), "*.css").Where(path => !path.EndsWith("tokens.css", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "AffiliateStudio"), "*.razor.css", SearchOption.AllDirectories)
                .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));

        var raw = sheets.SelectMany(path => RawColour().Matches(File.ReadAllText(path)).Select(match => $"{Path.GetFileName(path)}: {match.Value}"));

        Assert.Empty(raw);
    }

    private static Dictionary<string, string[]> Tokens() =>
        Token().Matches(File.ReadAllText(Path.Combine(Root(), "wwwroot-assets", "styles", "tokens.css")))
            .ToDictionary(match => match.Groups[1].Value, match => new[] { match.Groups[2].Value, match.Groups[3].Value });

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AffiliateStudio.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Enumerable.Range(0, 3).Select(index => int.Parse(hex.AsSpan(1 + (2 * index), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex(@"--([a-z-]+):\s*light-dark\((#[0-9a-fA-F]{6}),\s*(#[0-9a-fA-F]{6})\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![\w-])#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\brgba?\(|\bhsla?\(")]
    private static partial Regex RawColour();
}
