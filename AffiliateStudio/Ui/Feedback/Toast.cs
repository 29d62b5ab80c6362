namespace AffiliateStudio.Ui.Feedback;

/// <summary>A short message that leaves by itself.</summary>
/// <param name="Kind">What it reports.</param>
/// <param name="Text">One sentence.</param>
public sealed record Toast(ToastKind Kind, string Text);
