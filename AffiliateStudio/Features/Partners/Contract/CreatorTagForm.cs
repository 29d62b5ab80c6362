namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How a partner's tag is asked for.</summary>
/// <param name="Label">What the partner calls it, such as "Tracking ID".</param>
/// <param name="Example">One that is well formed, such as <c>yourname-20</c>.</param>
/// <param name="Hint">Where the person finds it at the partner.</param>
public sealed record CreatorTagForm(string Label, string Example, string Hint);
