using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AffiliateStudio.Ui;

/// <summary>The browser's own Back, so that a link "back" returns to the very place that was left. Scoped to the circuit.</summary>
public sealed class BrowserHistory(IJSRuntime js, NavigationManager navigation) : IDisposable
{
    private int _moves;
    private bool _isListening;

    /// <summary>Starts to count; call it when the circuit's first page is shown.</summary>
    public void Listen()
    {
        if (!_isListening)
        {
            _isListening = true;
            navigation.LocationChanged += OnMoved;
        }
    }

    /// <summary>Goes back when this circuit has been at a page before; false when there is none.</summary>
    public async Task<bool> BackAsync()
    {
        if (_moves == 0)
        {
            return false;
        }

        await js.InvokeVoidAsync("history.back");
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => navigation.LocationChanged -= OnMoved;

    private void OnMoved(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs moved) => _moves++;
}
