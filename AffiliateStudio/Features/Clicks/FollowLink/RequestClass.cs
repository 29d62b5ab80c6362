using AffiliateStudio.Features.Clicks.Model;

namespace AffiliateStudio.Features.Clicks.FollowLink;

/// <summary>What a request looks like.</summary>
/// <param name="Kind">What it is, before double taps and owners are looked at.</param>
/// <param name="Agent">The family of the program, such as <c>browser</c> or <c>slackbot</c>.</param>
/// <param name="WantsPreview">Whether it makes link previews for people and should get a page to make one from.</param>
internal readonly record struct RequestClass(ClickKind Kind, string Agent, bool WantsPreview);
