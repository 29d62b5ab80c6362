namespace AffiliateStudio.Ui;

/// <summary>
/// Marks a page made for the public, such as a video or a shop: it gets the slim viewer frame, whoever looks. Features say it with this attribute because they do not
/// know the shell.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ViewerPageAttribute : Attribute;
