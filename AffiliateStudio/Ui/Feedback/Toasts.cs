namespace AffiliateStudio.Ui.Feedback;

/// <summary>Shows short messages at the foot of the page. Scoped to the circuit.</summary>
public sealed class Toasts
{
    /// <summary>How many can be seen at once; an older one makes room.</summary>
    private const int Most = 3;

    private readonly List<Toast> _shown = [];

    /// <summary>Raised when the list changes.</summary>
    public event Action? Changed;

    /// <summary>What is on screen, oldest first.</summary>
    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>Something was done.</summary>
    public void Good(string text) => Show(new Toast(ToastKind.Good, text));

    /// <summary>Something failed.</summary>
    public void Bad(string text) => Show(new Toast(ToastKind.Bad, text));

    /// <summary>Something to know.</summary>
    public void Info(string text) => Show(new Toast(ToastKind.Info, text));

    /// <summary>Shows a toast.</summary>
    public void Show(Toast toast)
    {
        _shown.Add(toast);
        if (_shown.Count > Most)
        {
            _shown.RemoveAt(0);
        }

        Changed?.Invoke();
    }

    /// <summary>Takes a toast away.</summary>
    public void Dismiss(Toast toast)
    {
        if (_shown.RemoveAll(shown => ReferenceEquals(shown, toast)) > 0)
        {
            Changed?.Invoke();
        }
    }
}
