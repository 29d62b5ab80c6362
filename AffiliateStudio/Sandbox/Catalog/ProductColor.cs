namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>A colour that a product comes in.</summary>
/// <param name="Name">As a title says it.</param>
/// <param name="Hex">As a drawing paints it, such as <c>#4a4c52</c>.</param>
public sealed record ProductColor(string Name, string Hex);
