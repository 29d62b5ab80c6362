namespace AffiliateStudio.Demo;

/// <summary>A video of the demo creator, and what is pinned under it.</summary>
/// <param name="Clip">The clip's file name in <c>Demo/Clips</c>; its poster has the same name and ends in .jpg.</param>
/// <param name="Caption">The caption.</param>
/// <param name="DaysAgo">When it was uploaded.</param>
/// <param name="Pins">What is pinned, the top one first.</param>
/// <param name="TapsADay">About how many taps its links get on a day, all pins together.</param>
/// <param name="Comments">What viewers wrote.</param>
internal sealed record DemoVideo(string Clip, string Caption, int DaysAgo, IReadOnlyList<DemoPin> Pins, int TapsADay, IReadOnlyList<string> Comments);
