namespace AffiliateStudio.Shell.Navigation;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Label">One word.</param>
/// <param name="Href">The address.</param>
/// <param name="Icon">A name of <c>IconPaths</c>.</param>
/// <param name="Key">The letter after "g".</param>
/// <param name="Exact">Whether only this very address counts as being there.</param>
public sealed record Place(string Label, string Href, string Icon, char Key, bool Exact = false);
