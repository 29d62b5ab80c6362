namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How a partner's tag is asked for.</summary>
/// <param name="Label">What the partner calls it, such as "Tracking ID".</param>
/// <param name="Example">One that is well formed, such as <c>yourname-20</c>.</param>
/// <param name="Hint">Where the person finds it at the partner.</param>
/// <param name="IsCaseSensitive">Whether the partner tells upper from lower case in it. Elsewhere tags are kept in lower case.</param>
public sealed record CreatorTagForm(string Label, string Example, string Hint, bool IsCaseSensitive = false)
{
    /// <summary>A tag in the form in which it is kept.</summary>
    public string Normalize(string tag) => IsCaseSensitive ? tag.Trim() : tag.Trim().ToLowerInvariant();
}
