using System.Globalization;
using System.Net;
using System.Text;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>Draws hotels (a house before the roofs of its city, at three times of the day) and activities (hills, water, a boat or a balloon).</summary>
internal static class TravelPictures
{
    private static readonly (string Sky, string Low, string Far, string Near, string Ground)[] Lights =
    [
        ("#8ec5ea", "#eaf4fb", "#a9bccb", "#8299ad", "#b9c9a2"),
        ("#2b2f55", "#e58f6a", "#4a4568", "#332f52", "#3a3d52"),
        ("#f3c9a0", "#fdf1dd", "#c9b6a4", "#a08d80", "#cdbb8e"),
    ];

    private static readonly string[] Walls = ["#e8d9c3", "#d9a38a", "#c9d3c2", "#e3e1dc", "#d8c28f", "#b9c6d6", "#c98f7c", "#efe6d4"];

    /// <summary>A picture of a hotel (<c>h9000100</c>) or an activity (<c>a400001</c>); null when there is none.</summary>
    public static string? Draw(string id, int number)
    {
        if (id.Length < 2 || !int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        var title = id[0] == 'h' ? TravelWorld.Instance.Hotels.GetValueOrDefault(key)?.Name : id[0] == 'a' ? TravelWorld.Instance.Activities.GetValueOrDefault(key)?.Title : null;
        if (title is null)
        {
            return null;
        }

        var seed = new SeededSequence(key, 7_057);
        var light = Lights[(number - 1 + (id[0] == 'a' ? key % 3 : 0)) % Lights.Length];
        var svg = new StringBuilder(4_096);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\" width=\"800\" height=\"600\" role=\"img\"><title>{WebUtility.HtmlEncode(title)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<defs><linearGradient id=\"sky\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"{light.Sky}\"/><stop offset=\"1\" stop-color=\"{light.Low}\"/></linearGradient></defs>")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"800\" height=\"600\" fill=\"url(#sky)\"/><circle cx=\"{120 + seed.Next(560)}\" cy=\"{90 + seed.Next(70)}\" r=\"{34 + seed.Next(16)}\" fill=\"#fff6dc\" opacity=\".9\"/>");
        Roofs(svg, ref seed, light.Far, 330, 60);
        Roofs(svg, ref seed, light.Near, 380, 80);
        svg.Append(CultureInfo.InvariantCulture, $"<rect y=\"470\" width=\"800\" height=\"130\" fill=\"{light.Ground}\"/>");
        if (id[0] == 'h')
        {
            House(svg, ref seed, number == 2);
        }
        else
        {
            Outing(svg, ref seed, light.Near);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Roofs(StringBuilder svg, ref SeededSequence seed, string color, int height, int spread)
    {
        svg.Append("<path fill=\"").Append(color).Append("\" d=\"M0 480");
        for (var x = 0; x < 800;)
        {
            var (width, top) = (40 + seed.Next(60), height + seed.Next(spread));
            svg.Append(CultureInfo.InvariantCulture, $"V{top}");
            svg.Append(seed.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"l{width / 2} -{20 + seed.Next(50)}L{x + width} {top}") : string.Create(CultureInfo.InvariantCulture, $"H{x + width}"));
            x += width;
        }

        svg.Append("V480Z\"/>");
    }

    private static void House(StringBuilder svg, ref SeededSequence seed, bool isEvening)
    {
        var (floors, columns, wall) = (3 + seed.Next(4), 4 + seed.Next(4), seed.Pick(Walls));
        var (width, height) = ((columns * 56) + 40, (floors * 58) + 70);
        var (left, top) = (400 - (width / 2), 520 - height);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{wall}\"/>");
        svg.Append(seed.Percent(50)
            ? string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{left - 14} {top}L400 {top - 60}L{left + width + 14} {top}Z\" fill=\"#8d4a3a\"/>")
            : string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{left - 10}\" y=\"{top - 14}\" width=\"{width + 20}\" height=\"16\" fill=\"#5b5f68\"/>"));
        for (var floor = 0; floor < floors; floor++)
        {
            for (var column = 0; column < columns; column++)
            {
                var glass = isEvening && seed.Percent(65) ? "#ffd98a" : isEvening ? "#3b4160" : "#86a9bd";
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left + 32 + (column * 56)}\" y=\"{top + 22 + (floor * 58)}\" width=\"32\" height=\"36\" rx=\"3\" fill=\"{glass}\" stroke=\"#fff\" stroke-opacity=\".65\" stroke-width=\"3\"/>");
            }
        }

        svg.Append("<rect x=\"374\" y=\"462\" width=\"52\" height=\"58\" rx=\"4\" fill=\"#4a3a33\"/><path d=\"M360 462h80l-10 -16h-60z\" fill=\"#b5493a\"/>")
            .Append(CultureInfo.InvariantCulture, $"<g fill=\"#4f7a4b\"><circle cx=\"{left - 40}\" cy=\"478\" r=\"36\"/><circle cx=\"{left + width + 44}\" cy=\"484\" r=\"30\"/></g>")
            .Append(CultureInfo.InvariantCulture, $"<g fill=\"#5a4634\"><rect x=\"{left - 44}\" y=\"500\" width=\"8\" height=\"34\"/><rect x=\"{left + width + 40}\" y=\"500\" width=\"8\" height=\"34\"/></g>");
    }

    private static void Outing(StringBuilder svg, ref SeededSequence seed, string shade)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 500Q200 {380 + seed.Next(40)} 420 480T800 {430 + seed.Next(40)}V600H0Z\" fill=\"{shade}\"/><path d=\"M0 520H800V600H0Z\" fill=\"#5f95ad\"/>")
            .Append("<g stroke=\"#fff\" stroke-opacity=\".5\" stroke-width=\"3\"><path d=\"M60 550h90M260 570h120M520 545h100M660 580h80\"/></g>");
        var x = 260 + seed.Next(280);
        svg.Append(seed.Percent(50)
            ? string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({x} 210)\"><path d=\"M0 -110C70 -110 92 -50 76 0C62 44 24 66 18 78H-18C-24 66 -62 44 -76 0C-92 -50 -70 -110 0 -110Z\" fill=\"{seed.Pick(Walls)}\"/><path d=\"M0 -110C30 -110 38 -50 30 0C24 44 10 66 8 78H-8C-10 66 -24 44 -30 0C-38 -50 -30 -110 0 -110Z\" fill=\"#b5493a\"/><rect x=\"-16\" y=\"92\" width=\"32\" height=\"24\" rx=\"4\" fill=\"#6b4a30\"/></g>")
            : string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({x} 520)\"><path d=\"M-110 0H110L84 40H-84Z\" fill=\"#7a4a34\"/><rect x=\"-4\" y=\"-190\" width=\"8\" height=\"190\" fill=\"#5a4634\"/><path d=\"M8 -184L96 -14H8Z\" fill=\"#fff\"/><path d=\"M-8 -160L-78 -14H-8Z\" fill=\"{seed.Pick(Walls)}\"/></g>"));
    }
}
