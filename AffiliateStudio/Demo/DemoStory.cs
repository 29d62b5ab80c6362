using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Demo;

/// <summary>What the demo creator did in the last ninety days.</summary>
internal static class DemoStory
{
    /// <summary>How many days of history there are.</summary>
    public const int Days = 90;

    /// <summary>The videos.</summary>
    public static IReadOnlyList<DemoVideo> Videos { get; } =
    [
        new(
            "lamp.mp4",
            "The desk lamp that fixed my late-night editing. No more blue glare, and it dims from the base. #desksetup",
            DaysAgo: 90,
            [
                new("walmart", "led desk lamp", "This is my lamp. The warm setting is the one you see."),
                new("amazon", "desk lamp", "The bigger one, if your desk is deep."),
            ],
            TapsADay: 14,
            ["The warm light at 0:03, wow", "Does it have a USB port?"]),
        new(
            "bottle.mp4",
            "Four hikes, one bottle, still cold at the top. Here is what I carry and why. #hiking",
            DaysAgo: 74,
            [
                new("amazon", "water bottle", "My bottle, one litre. It really keeps ice for a day."),
                new("walmart", "backpack", "The day pack from the second clip."),
                new("target", "sleeping bag", "The sleeping bag on the last night. Packs small."),
                new("rakuten", "camping lantern", "The lantern at the tent. Warm light, no buzzing."),
            ],
            TapsADay: 11,
            ["Where was this filmed?", "Bought the bottle after your last video, no regrets"]),
        new(
            "mug.webm",
            "Rainy Sunday routine: one mug, no phone, ten minutes. #slowmorning",
            DaysAgo: 52,
            [
                new("walmart", "ceramic mug", "The yellow mug. Dishwasher survived."),
            ],
            TapsADay: 6,
            ["This is so calm"]),
        new(
            "headphones.mp4",
            "I mixed a whole track on a train with these. Honest notes after three months. #musicproducer",
            DaysAgo: 33,
            [
                new("amazon", "headphones", "These are the ones. Light enough to forget."),
                new("walmart", "bluetooth speaker", "The little speaker I check the mix on."),
            ],
            TapsADay: 16,
            ["How is the mic?", "The bars in the background are everything", "Waiting for the long-term review"]),
        new(
            "plant.mp4",
            "Sixty days from seed to flower in seven seconds. The pot matters more than the soil. #plantsoftiktok",
            DaysAgo: 12,
            [
                new("amazon", "plant pot", "This pot, with the drain hole that most of them lack."),
            ],
            TapsADay: 9,
            ["I needed this today", "Which seeds?"]),
        new(
            "bottle.mp4",
            "Three days in Porto with one small bag: where I slept, what I carried, what I would skip. #porto #travel",
            DaysAgo: 47,
            [
                new("expedia", "Porto", "This is where I stayed. Ask for a room to the back, it is quieter.", TravelKind.Stays),
                new("expedia", "Porto", "The one tour I would do again.", TravelKind.Activities),
            ],
            TapsADay: 8,
            ["Saving this for May", "Is it walkable from the station?"]),
    ];
}
