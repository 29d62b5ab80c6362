namespace AffiliateStudio.Ui.Feedback;

/// <summary>What a toast reports.</summary>
public enum ToastKind
{
    /// <summary>Something was done.</summary>
    Good,

    /// <summary>Something failed.</summary>
    Bad,

    /// <summary>Something to know.</summary>
    Info,
}
