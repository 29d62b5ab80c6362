using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>Live credentials of one partner. What is kept never comes back to the browser.</summary>
public sealed partial class ConnectionForm : IDisposable
{
    private const int LongestValue = 10_000;

    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<string, string> _values = [];
    private Error? _error;
    private string? _answer;
    private bool _busy;

    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public ConnectorRow Row { get; set; } = null!;

    /// <summary>Called when they were saved.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private TestConnection.TestConnection TestConnection { get; set; } = null!;

    [Inject]
    private SaveConnection.SaveConnection SaveConnection { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        foreach (var setting in Row.Settings)
        {
            _values[setting.Name] = string.Empty;
        }
    }

    private string Id(string name) => $"connection-{Row.Partner.Value}-{name}";

    private string Placeholder(ConnectionSetting setting) => Row.Entered.Contains(setting.Name) ? "Kept; type to replace" : string.Empty;

    private void Enter(ConnectionSetting setting, ChangeEventArgs change)
    {
        var text = change.Value as string ?? string.Empty;
        _values[setting.Name] = text.Length <= LongestValue ? text : text[..LongestValue];
    }

    private Task TestAsync() => BusyAsync(async actor =>
    {
        var result = await TestConnection.RunAsync(new(actor, Row.Partner, ConnectionKind.Live, _values), _gone.Token);
        (_error, _answer) = (result.Error, result.Succeeded ? result.Value : null);
    });

    private Task SaveAsync() => BusyAsync(async actor =>
    {
        var result = await SaveConnection.RunAsync(new(actor, Row.Partner, ConnectionKind.Live, _values), _gone.Token);
        (_error, _answer) = (result.Error, null);
        if (result.Succeeded)
        {
            Toasts.Good($"{Row.Name} is live with these credentials.");
            await OnSaved.InvokeAsync();
        }
    });

    private async Task BusyAsync(Func<Actor, Task> act)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            await act(await CurrentActor.GetAsync());
        }
        finally
        {
            _busy = false;
        }
    }
}
