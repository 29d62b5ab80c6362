namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>What a visitor's browser is like.</summary>
/// <param name="Width">Viewport width in CSS pixels.</param>
/// <param name="Height">Viewport height in CSS pixels.</param>
/// <param name="Dark">Whether the system asks for dark.</param>
/// <param name="JavaScript">Whether scripts run.</param>
/// <param name="Address">Another product than the shared one.</param>
public sealed record VisitorOptions(int Width = 1280, int Height = 900, bool Dark = false, bool JavaScript = true, Uri? Address = null);
