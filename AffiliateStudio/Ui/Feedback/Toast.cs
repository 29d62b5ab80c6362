namespace AffiliateStudio.Ui.Feedback;

/// <summary>A short message that leaves by itself. Two that say the same are two: each is itself, so that a page can tell them apart.</summary>
/// <param name="kind">What it reports.</param>
/// <param name="text">One sentence.</param>
public sealed class Toast(ToastKind kind, string text)
{
    /// <summary>What it reports.</summary>
    public ToastKind Kind { get; } = kind;

    /// <summary>One sentence.</summary>
    public string Text { get; } = text;
}
