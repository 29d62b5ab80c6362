using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Demo;

/// <summary>A pin of the demo creator: the first result of a search at one partner.</summary>
/// <param name="Partner">The partner's key.</param>
/// <param name="Search">The words searched for.</param>
/// <param name="Text">The comment text.</param>
/// <param name="Travel">Stays or things to do in the place that <paramref name="Search"/> names; null for products.</param>
internal sealed record DemoPin(string Partner, string Search, string Text, TravelKind? Travel = null);
