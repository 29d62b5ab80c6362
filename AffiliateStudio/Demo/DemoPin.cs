namespace AffiliateStudio.Demo;

/// <summary>A pin of the demo creator: the first result of a search at one partner.</summary>
/// <param name="Partner">The partner's key.</param>
/// <param name="Search">The words searched for.</param>
/// <param name="Text">The comment text.</param>
internal sealed record DemoPin(string Partner, string Search, string Text);
