using System.Globalization;
using System.Text;
using AffiliateStudio.Sandbox.Pictures;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Draws a video: a sun over hills in colours of its own. As a cover it stands still, in the player it moves.</summary>
internal static class TikTokPicture
{
    private static readonly (Paint Sky, Paint Sun, Paint Hill)[] Palettes =
    [
        (new(255, 176, 122), new(255, 241, 206), new(94, 53, 87)), (new(120, 178, 214), new(255, 236, 179), new(34, 78, 82)), (new(38, 43, 92), new(245, 226, 160), new(20, 24, 52)),
        (new(247, 196, 205), new(255, 250, 240), new(122, 63, 93)), (new(158, 202, 168), new(255, 246, 196), new(38, 84, 62)), (new(214, 190, 240), new(255, 240, 220), new(70, 52, 120)),
    ];

    /// <summary>The drawing.</summary>
    /// <param name="video">The video.</param>
    /// <param name="isMoving">Whether its parts carry the classes that the player's style moves.</param>
    public static string Draw(TikTokVideo video, bool isMoving)
    {
        var seed = video.Seed;
        var (sky, sun, hill) = Palettes[seed % Palettes.Length];
        var svg = new StringBuilder(2_048);
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 270 480\" width=\"270\" height=\"480\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">")
            .Append(CultureInfo.InvariantCulture, $"<defs><linearGradient id=\"sky\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"{sky.With(Paint.Black, 18)}\"/><stop offset=\"1\" stop-color=\"{sky.With(Paint.White, 40)}\"/></linearGradient></defs>")
            .Append("<rect width=\"270\" height=\"480\" fill=\"url(#sky)\"/>")
            .Append(CultureInfo.InvariantCulture, $"<circle{Class(isMoving, "sun")} cx=\"{70 + (seed * 37 % 130)}\" cy=\"{110 + (seed * 23 % 90)}\" r=\"{34 + (seed % 5 * 5)}\" fill=\"{sun}\"/>");
        for (var row = 0; row < 3; row++)
        {
            var top = 270 + (row * 62);
            var bump = 30 + (seed * (row + 3) % 40);
            svg.Append(CultureInfo.InvariantCulture, $"<path{Class(isMoving, "hill hill-" + row)} d=\"M-90 {top}q45 -{bump} 90 0t90 0t90 0t90 0t90 0V480H-90z\" fill=\"{hill.With(sky, 46 - (row * 20))}\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Class(bool isMoving, string name) => isMoving ? $" class=\"{name}\"" : string.Empty;
}
