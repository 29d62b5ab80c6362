using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>One connector: what it can do, how it does, and what an admin can do about it.</summary>
public sealed partial class ConnectorCard : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private bool _busy;
    private bool _editing;
    private bool _answered;
    private string? _answer;

    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public ConnectorRow Row { get; set; } = null!;

    /// <summary>Called when something was changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private TestConnection.TestConnection TestConnection { get; set; } = null!;

    [Inject]
    private SaveConnection.SaveConnection SaveConnection { get; set; } = null!;

    [Inject]
    private PauseConnection.PauseConnection PauseConnection { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string Missing => string.Join(", ", Row.Capabilities.Where(capability => !capability.IsOffered).Select(capability => capability.Name));

    private string Id => $"connector-{Row.Partner.Value}";

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private Task TestAsync() => BusyAsync(async () =>
    {
        var result = await TestConnection.RunAsync(new(await CurrentActor.GetAsync(), Row.Partner, Row.Kind, new Dictionary<string, string>()), _gone.Token);
        (_answered, _answer) = (result.Succeeded, result.Succeeded ? result.Value : result.Error.Message);
        await OnChanged.InvokeAsync();
    });

    private Task PauseAsync() => BusyAsync(async () =>
    {
        var pause = !Row.IsPaused;
        var result = await PauseConnection.RunAsync(new(await CurrentActor.GetAsync(), Row.Partner, pause), _gone.Token);
        Tell(result.Error?.Message, pause ? $"Calls to {Row.Name} are stopped. Links keep working." : $"Calls to {Row.Name} go on.");
        await OnChanged.InvokeAsync();
    });

    private Task BackToSandboxAsync() => BusyAsync(async () =>
    {
        var result = await SaveConnection.RunAsync(
            new(await CurrentActor.GetAsync(), Row.Partner, ConnectionKind.Sandbox, new Dictionary<string, string>()), _gone.Token);
        Tell(result.Error?.Message, $"{Row.Name} is played by the sandbox again. The live credentials are kept.");
        _answer = null;
        await OnChanged.InvokeAsync();
    });

    private async Task SavedAsync()
    {
        _editing = false;
        _answer = null;
        await OnChanged.InvokeAsync();
    }

    private void Tell(string? problem, string done)
    {
        if (problem is null)
        {
            Toasts.Good(done);
        }
        else
        {
            Toasts.Bad(problem);
        }
    }

    private async Task BusyAsync(Func<Task> act)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }
}
