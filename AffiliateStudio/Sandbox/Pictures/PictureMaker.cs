using System.Globalization;
using System.Net;
using System.Text;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>Draws a product: its kind's shape in its colour, lit from the upper left in a quiet studio.</summary>
internal sealed class PictureMaker(ShapeLibrary shapes)
{
    /// <summary>How many pictures a product has: on its own, in a room, and close up.</summary>
    public const int Count = 3;

    /// <summary>A picture as an SVG document.</summary>
    /// <param name="product">The product.</param>
    /// <param name="number">1 to <see cref="Count"/>.</param>
    public string Draw(SandboxProduct product, int number)
    {
        var shape = shapes[product.Kind.Shape];
        var main = Paint.Of(product.Color.Hex);
        var svg = new StringBuilder(8_192);
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\" width=\"800\" height=\"600\" role=\"img\"><title>")
            .Append(WebUtility.HtmlEncode($"{product.Brand} {product.Kind.Noun}, {product.Color.Name}")).Append("</title><defs>");
        AppendGradients(svg, main);
        svg.Append("</defs>");
        AppendBackdrop(svg, product, main, number);
        AppendShape(svg, shape, Filled(shape.Markup, product, main), number, product.Index);
        return svg.Append("</svg>").ToString();
    }

    private static void AppendShape(StringBuilder svg, ShapeLibrary.Shape shape, string markup, int number, int index)
    {
        var placed = number switch
        {
            2 => "translate(400 322) scale(1.12)",
            3 => $"translate(400 {(index % 2 == 0 ? 430 : 250)}) scale(2.15)",
            _ => "translate(400 306) scale(1.4)",
        };
        svg.Append("<g transform=\"").Append(placed).Append(number == 2 && !shape.HasWords ? " scale(-1 1)" : string.Empty).Append(" translate(-200 -206)\">");
        if (shape.Shadow > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"206\" cy=\"350\" rx=\"{shape.Shadow * 13 / 10}\" ry=\"{8 + (shape.Shadow / 8)}\" fill=\"url(#shade)\"/>");
        }

        svg.Append(markup).Append("</g>");
    }

    private static void AppendBackdrop(StringBuilder svg, SandboxProduct product, Paint main, int number)
    {
        var pale = main.With(Paint.White, 91);
        var wall = pale.With(new Paint(228, 230, 234), 45);
        if (number != 2)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<defs><radialGradient id=\"bg\" cx=\".46\" cy=\".38\" r=\".78\"><stop offset=\"0\" stop-color=\"{pale.With(Paint.White, 55)}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<stop offset=\"1\" stop-color=\"{wall}\"/></radialGradient></defs><rect width=\"800\" height=\"600\" fill=\"url(#bg)\"/>");
            return;
        }

        Paint[] rooms = [new(222, 208, 190), new(196, 208, 205), new(214, 202, 212), new(205, 212, 222), new(226, 214, 200)];
        var room = rooms[product.Family % rooms.Length];
        var floor = room.With(Paint.Black, 10);
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"800\" height=\"600\" fill=\"{room}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<path d=\"M196 470V250a204 204 0 0 1 408 0v220z\" fill=\"{room.With(Paint.White, 38)}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<path d=\"M0 0h210L40 600H0z\" fill=\"#ffffff\" opacity=\".16\"/><rect y=\"440\" width=\"800\" height=\"160\" fill=\"{floor}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<rect y=\"440\" width=\"800\" height=\"7\" fill=\"{floor.With(Paint.White, 30)}\"/>");
    }

    private static string Filled(string markup, SandboxProduct product, Paint main)
    {
        var size = new string([.. product.Size.Where(char.IsAsciiDigit).Take(3)]);
        return new StringBuilder(markup)
            .Replace("{M}", main.ToString())
            .Replace("{L}", main.With(Paint.White, 34).ToString())
            .Replace("{D}", main.With(Paint.Black, 24).ToString())
            .Replace("{X}", main.With(Paint.Black, 48).ToString())
            .Replace("{K}", (main.Brightness > 120 ? main.With(Paint.White, 62) : main.With(Paint.White, 22)).ToString())
            .Replace("{B}", WebUtility.HtmlEncode(product.Brand.Split(' ')[0]))
            .Replace("{S}", WebUtility.HtmlEncode(product.Series))
            .Replace("{N}", product.Kind.Shape == "oil-jug" ? product.Size : size)
            .ToString();
    }

    private static void AppendGradients(StringBuilder svg, Paint main)
    {
        var (light, dark, deep) = (main.With(Paint.White, 34), main.With(Paint.Black, 24), main.With(Paint.Black, 44));
        AppendLinear(svg, "m", "0", "1", "0", "0", (0, dark), (18, main), (34, light), (62, main), (100, deep));
        AppendLinear(svg, "f", "0", "1", "0", "1", (0, light), (45, main), (100, dark));
        AppendLinear(svg, "v", "0", "0", "0", "1", (0, light), (38, main), (100, deep));
        AppendLinear(svg, "d", "0", "0", "0", "1", (0, dark), (100, deep));
        AppendLinear(svg, "k", "0", "1", "0", "0", (0, new(34, 35, 40)), (35, new(84, 87, 95)), (100, new(26, 27, 31)));
        AppendLinear(svg, "s", "0", "1", "0", "0", (0, new(128, 134, 143)), (28, new(238, 241, 244)), (58, new(176, 182, 190)), (100, new(112, 118, 127)));
        AppendLinear(svg, "w", "0", "1", "0", "0", (0, new(214, 214, 210)), (30, new(255, 255, 255)), (65, new(243, 242, 238)), (100, new(200, 199, 194)));
        AppendLinear(svg, "wd", "0", "1", "0", "0", (0, new(138, 92, 58)), (40, new(196, 146, 98)), (100, new(112, 72, 44)));
        AppendLinear(svg, "g", "0", "1", "0", "0", (0, new(158, 122, 54)), (35, new(246, 225, 160)), (70, new(203, 166, 86)), (100, new(140, 105, 42)));
        AppendLinear(svg, "gla", "0", "1", "0", "1", (0, new(58, 66, 82)), (100, new(140, 152, 168)));
        svg.Append(CultureInfo.InvariantCulture, $"<radialGradient id=\"r\" cx=\".36\" cy=\".3\" r=\".78\"><stop offset=\"0\" stop-color=\"{light}\"/><stop offset=\".5\" stop-color=\"{main}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<stop offset=\"1\" stop-color=\"{deep}\"/></radialGradient>")
            .Append("<radialGradient id=\"shade\"><stop offset=\"0\" stop-color=\"#14161c\" stop-opacity=\".42\"/><stop offset=\".55\" stop-color=\"#14161c\" stop-opacity=\".2\"/>")
            .Append("<stop offset=\"1\" stop-color=\"#14161c\" stop-opacity=\"0\"/></radialGradient>");
    }

    private static void AppendLinear(StringBuilder svg, string id, string x1, string x2, string y1, string y2, params ReadOnlySpan<(int Percent, Paint Color)> stops)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<linearGradient id=\"{id}\" x1=\"{x1}\" x2=\"{x2}\" y1=\"{y1}\" y2=\"{y2}\">");
        foreach (var (percent, color) in stops)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\"{percent}%\" stop-color=\"{color}\"/>");
        }

        svg.Append("</linearGradient>");
    }
}
