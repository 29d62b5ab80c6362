using System.Collections.Concurrent;
using System.Globalization;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>The drawings in <c>Shapes</c> (embedded), one per kind of product, in a square of 400.</summary>
internal sealed class ShapeLibrary
{
    private const string ShadowStart = "data-shadow=\"";

    private readonly ConcurrentDictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    /// <summary>A drawing by its name.</summary>
    public Shape this[string name] => _shapes.GetOrAdd(name, static name => Read(name));

    private static Shape Read(string name)
    {
        var text = EmbeddedText.Read($"Pictures.Shapes.{name}.svg");
        var from = text.IndexOf(ShadowStart, StringComparison.Ordinal) + ShadowStart.Length;
        var width = int.Parse(text.AsSpan(from, text.IndexOf('"', from) - from), CultureInfo.InvariantCulture);
        return new Shape(text, width, text.Contains("<text", StringComparison.Ordinal));
    }

    /// <summary>A drawing.</summary>
    /// <param name="Markup">SVG with places for colours and words in braces.</param>
    /// <param name="Shadow">Half the width of its shadow on the ground; 0 when it hangs or lies flat.</param>
    /// <param name="HasWords">Whether words stand on it, so that it must not be mirrored.</param>
    public sealed record Shape(string Markup, int Shadow, bool HasWords);
}
