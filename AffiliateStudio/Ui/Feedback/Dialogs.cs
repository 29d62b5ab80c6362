using Microsoft.AspNetCore.Components;
using Radzen;

namespace AffiliateStudio.Ui.Feedback;

/// <summary>Opens dialogs. Scoped to the circuit. A dialog component closes itself with <see cref="Close"/>.</summary>
public sealed class Dialogs(DialogService dialogs)
{
    /// <summary>Opens a dialog and waits until it is closed; the result is what it closed with, or null.</summary>
    /// <param name="title">The dialog's heading and accessible name.</param>
    /// <param name="parameters">The component's parameters by name; <c>nameof</c> them.</param>
    /// <param name="size">How wide it is.</param>
    public async Task<object?> OpenAsync<TDialog>(string title, Dictionary<string, object?>? parameters = null, DialogSize size = DialogSize.Medium)
        where TDialog : ComponentBase
    {
        var options = new DialogOptions
        {
            CssClass = size == DialogSize.Small ? "dialog--small" : "dialog",
            Width = size switch { DialogSize.Small => "min(440px, 100%)", DialogSize.Large => "min(960px, 100%)", _ => "min(640px, 100%)" },
            CloseDialogOnEsc = true,
            CloseDialogOnOverlayClick = false,
            AutoFocusFirstElement = true,
            ShowClose = true,
            CloseAriaLabel = "Close",
        };
        object? result = await dialogs.OpenAsync<TDialog>(title, parameters!, options);
        return result;
    }

    /// <summary>Asks before something that cannot be undone.</summary>
    /// <param name="title">The question, naming what is lost: "Delete this video?".</param>
    /// <param name="text">What happens.</param>
    /// <param name="confirm">The words of the act: "Delete video".</param>
    /// <returns>Whether the person said yes.</returns>
    public async Task<bool> ConfirmAsync(string title, string text, string confirm)
    {
        var parameters = new Dictionary<string, object?> { [nameof(ConfirmDialog.Text)] = text, [nameof(ConfirmDialog.Confirm)] = confirm };
        return await OpenAsync<ConfirmDialog>(title, parameters, DialogSize.Small) is true;
    }

    /// <summary>Closes the topmost dialog with a result.</summary>
    public void Close(object? result = null) => dialogs.Close(result);
}
