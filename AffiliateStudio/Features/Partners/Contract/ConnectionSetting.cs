namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A credential or setting that a connection needs.</summary>
/// <param name="Name">The name in the stored JSON object, such as <c>consumerId</c>.</param>
/// <param name="Label">The label in the form.</param>
/// <param name="IsSecret">Whether it is write-only on screen.</param>
/// <param name="Hint">Where the person finds it at the partner.</param>
public sealed record ConnectionSetting(string Name, string Label, bool IsSecret, string Hint)
{
    /// <summary>Whether the connection works without it, with less to offer.</summary>
    public bool IsOptional { get; init; }
}
