using System.Collections.Frozen;

namespace AffiliateStudio.Ui;

/// <summary>The line icons of the product, drawn on a 24 by 24 grid with a stroke of 1.75.</summary>
internal static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["alert"] = "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1",
        ["arrow-down"] = "M12 5v14M6 13l6 6 6-6",
        ["arrow-left"] = "M19 12H5M11 6l-6 6 6 6",
        ["arrow-right"] = "M5 12h14M13 6l6 6-6 6",
        ["arrow-up"] = "M12 19V5M6 11l6-6 6 6",
        ["box"] = "M3.5 7.5 12 3l8.5 4.5v9L12 21l-8.5-4.5zM3.5 7.5 12 12l8.5-4.5M12 12v9",
        ["campaign"] = "M4 10v4h3.5L15 18.5v-13L7.5 10zM18 9.2a4 4 0 0 1 0 5.6",
        ["chart"] = "M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6",
        ["check"] = "m4.5 12.5 5 5 10-11",
        ["chevron-down"] = "m6 9.5 6 6 6-6",
        ["chevron-left"] = "m14.5 6-6 6 6 6",
        ["chevron-right"] = "m9.5 6 6 6-6 6",
        ["clock"] = "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2.2",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["comment"] = "M4 5h16v11.5h-8.5L7 20.5v-4H4z",
        ["compare"] = "M7.5 4v16M16.5 4v16M3.5 8h8M12.5 16h8",
        ["copy"] = "M9 9h11v11H9zM5.5 15H4V4h11v1.5",
        ["cursor"] = "m6 4 13 7.5-5.8 1.6L10 18.5zM13.5 13.5l4.5 6",
        ["download"] = "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
        ["edit"] = "m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5",
        ["external"] = "M13.5 4H20v6.5M20 4l-9 9M17 14v6H4V7h6",
        ["eye"] = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6",
        ["filter"] = "M3.5 6h17M7 12h10M10.5 18h3",
        ["help"] = "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.9M12 16.7v.1",
        ["home"] = "M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z",
        ["image"] = "M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.2v.1",
        ["inbox"] = "M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h5l1.2 2.5h3.6l1.2-2.5h5",
        ["info"] = "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11v5.5M12 7.7v.1",
        ["jobs"] = "M4.5 12a7.5 7.5 0 0 1 13-5.1L20 9.5M20 4.5v5h-5M19.5 12a7.5 7.5 0 0 1-13 5.1L4 14.5M4 19.5v-5h5",
        ["key"] = "M8 8.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M11.5 10 20 3.5M16 6.5l2.5 2.8",
        ["lock"] = "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["logout"] = "M14 4.5H5v15h9M10 12h10.5M16.5 8l4 4-4 4",
        ["mail"] = "M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["minus"] = "M5 12h14",
        ["money"] = "M12 3.5v17M16.5 7.5c-.8-1.2-2.4-2-4.5-2-2.6 0-4.5 1.2-4.5 3.1 0 4.5 9.5 2.3 9.5 6.9 0 2-2 3.2-5 3.2-2.4 0-4.2-.9-5-2.4",
        ["moon"] = "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10",
        ["more"] = "M5.5 12v.1M12 12v.1M18.5 12v.1",
        ["panel"] = "M4 5h16v14H4zM9.5 5v14M15.5 10l-2 2 2 2",
        ["pause"] = "M8.5 5.5v13M15.5 5.5v13",
        ["pin"] = "M8 4h8l-1 6 3 3.5H6L9 10zM12 13.5V21",
        ["play"] = "M7.5 5v14l11.5-7z",
        ["plug"] = "M9 3.5v5M15 3.5v5M6 8.5h12v3a6 6 0 0 1-12 0zM12 17.5v3.5",
        ["plus"] = "M12 5v14M5 12h14",
        ["qr"] = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5M20 14v.1M14 20v.1",
        ["receipt"] = "M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9.5 8.5h5M9.5 12.5h5",
        ["refresh"] = "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5",
        ["sandbox"] = "M4 9h16l-1.5 11h-13zM8 9l1.5-5M16 9l-1.5-5M9.5 13v3.5M14.5 13v3.5",
        ["search"] = "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20.5 20.5",
        ["settings"] = "M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 5.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4M9 14.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
        ["shield"] = "M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z",
        ["sort"] = "M8 5v14M4.5 15.5 8 19l3.5-3.5M16 19V5M12.5 8.5 16 5l3.5 3.5",
        ["store"] = "M4.5 4.5h15l1 5a2.8 2.8 0 0 1-5.6 0 2.9 2.9 0 0 1-5.8 0 2.8 2.8 0 0 1-5.6 0zM5.5 12.5V20h13v-7.5M10 20v-4.5h4V20",
        ["sun"] = "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
        ["tag"] = "M4 4h8l8.5 8.5-8 8L4 12zM8.2 8.2v.1",
        ["trash"] = "M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13.5h9l1-13.5M10.3 10.5v6M13.7 10.5v6",
        ["upload"] = "M12 16V5M7 9.5l5-5 5 5M4.5 20h15",
        ["user"] = "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.5c.8-3.7 3.8-6 7.5-6s6.7 2.3 7.5 6",
        ["users"] = "M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 20c.6-3.4 3.2-5.5 6.5-5.5s5.9 2.1 6.5 5.5M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 14.8c1.9.8 3.1 2.6 3.5 5.2",
        ["video"] = "M3.5 6h12v12h-12zM15.5 10.5l5-3v9l-5-3",
        ["wifi-off"] = "M3.5 3.5l17 17M6 12.5a9 9 0 0 1 3.5-2M2.5 8.8a14 14 0 0 1 4-2.5M11 6a14 14 0 0 1 10.5 2.8M9 16a4.5 4.5 0 0 1 5 0M12 19.3v.1",
    }.ToFrozenDictionary();

    /// <summary>The drawing of a name; an unknown name is a defect of the page and throws.</summary>
    internal static string Of(string name) =>
        Paths.TryGetValue(name, out var path) ? path : throw new ArgumentException($"There is no icon \"{name}\". Ui/IconPaths.cs lists them.", nameof(name));
}
