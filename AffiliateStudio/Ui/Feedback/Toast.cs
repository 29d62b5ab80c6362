namespace AffiliateStudio.Ui.Feedback;

/// <summary>A short message that leaves by itself.</summary>
/// <param name="Kind">What it reports.</param>
/// <param name="Text">One sentence.</param>
/// <param name="ActionLabel">The words of an act, such as "Undo".</param>
/// <param name="Action">Carries the act out.</param>
public sealed record Toast(ToastKind Kind, string Text, string? ActionLabel = null, Func<Task>? Action = null);
