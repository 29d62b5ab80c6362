using System.Globalization;
using System.Security.Cryptography;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Who is at the sandbox's TikTok when it opens, and what they have published by then.</summary>
internal static class TikTokSeed
{
    private const long FirstVideo = 7_300_000_000_000_000_001;

    private const int ShortStories = 25;

    /// <summary>The accounts.</summary>
    public static IReadOnlyList<TikTokUser> Users { get; } =
    [
        new("mila.makes", "Mila Makes", "Small rooms, good light, honest notes."),
        new("noah.outdoors", "Noah Outdoors", "Weekends above the tree line."),
        new("lena.lens", "Lena Lens", "A short story a day."),
    ];

    private static readonly (string Owner, int HoursAgo, string Caption, string[] Comments)[] Stories =
    [
        ("mila.makes", 1_120, "Three lamps, one desk: which light is kind to tired eyes? #desksetup", ["The second one!", "How warm is the last one?"]),
        ("mila.makes", 790, "Camp coffee at minus two. The grinder matters more than the beans. #camping", ["I can smell this video"]),
        ("mila.makes", 520, "I repotted everything in one afternoon. Here is the order that works. #plants", ["Saving this for spring", "What soil is that?"]),
        ("mila.makes", 310, "My bag for a day of filming, weighed piece by piece. #filming", ["Where is the tripod from?", "Lighter than my lunch"]),
        ("mila.makes", 96, "Quiet keyboard, loud opinions: a month with soft switches. #keyboards", ["Finally somebody says it"]),
        ("mila.makes", 20, "A shelf from two boards and no drill. #smallspaces", ["No drill? Following."]),
        ("noah.outdoors", 640, "Up before the sun: what is in my pack for a one-day ridge walk. #hiking", ["Which pack is this?"]),
        ("noah.outdoors", 200, "Testing five bottles in a freezer over night. One broke. #gear", ["Team steel"]),
        ("noah.outdoors", 30, "The tent that stood in last night's storm. #camping", ["Respect", "How long to put it up?"]),
    ];

    /// <summary>The world as it is when it is opened for the first time.</summary>
    public static TikTokState Make(DateTime now)
    {
        var state = new TikTokState
        {
            App = new TikTokApp
            {
                ClientKey = "aw" + Hex(8),
                ClientSecret = Hex(16),
                BusinessAppId = "74" + RandomNumberGenerator.GetString("0123456789", 17),
                BusinessSecret = Hex(20),
            },
        };
        var id = FirstVideo;
        foreach (var (owner, hoursAgo, caption, comments) in Stories)
        {
            var video = Video(id++, owner, caption, now.AddHours(-hoursAgo));
            state.Videos.Add(video);
            foreach (var (index, text) in comments.Index())
            {
                state.Comments.Add(Comment(state.NextComment++, video, index, text));
            }
        }

        for (var story = 1; story <= ShortStories; story++)
        {
            state.Videos.Add(Video(id++, "lena.lens", string.Create(CultureInfo.InvariantCulture, $"A short story, number {story}. #stories"), now.AddHours(-24 * (ShortStories + 1 - story))));
        }

        return state;
    }

    private static TikTokVideo Video(long id, string owner, string caption, DateTime createdAt) => new()
    {
        Id = id.ToString(CultureInfo.InvariantCulture),
        Owner = owner,
        Caption = caption,
        CreatedAt = new DateTime(createdAt.Ticks - (createdAt.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
    };

    private static TikTokComment Comment(long id, TikTokVideo video, int index, string text) => new()
    {
        Id = id.ToString(CultureInfo.InvariantCulture),
        Video = video.Id,
        Writer = index % 2 == 0 ? "quiet.viewer" : "late.to.this",
        WriterName = index % 2 == 0 ? "Quiet Viewer" : "Late To This",
        Text = text,
        CreatedAt = video.CreatedAt.AddHours(3 + (index * 5)),
    };

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
