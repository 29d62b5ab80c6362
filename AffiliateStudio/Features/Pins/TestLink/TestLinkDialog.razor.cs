using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>Tests a pin's link while one looks on. Closing the dialog ends the test.</summary>
public sealed partial class TestLinkDialog
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<LinkStep> _steps = [];
    private LinkVerdict? _verdict;
    private string? _error;
    private bool _busy;

    /// <summary>The pin.</summary>
    [Parameter, EditorRequired]
    public PinId Pin { get; set; }

    [Inject]
    private TestLink Test { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => TestAsync();

    private async Task TestAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _verdict, _error) = (true, null, null);
        _steps.Clear();
        var gone = _gone.Token;
        try
        {
            var result = await Test.RunAsync(new TestLink.Query(await CurrentActor.GetAsync(), Pin), See, gone);
            (_verdict, _error) = (result.Succeeded ? result.Value : null, result.Error?.Message);
        }
        catch (OperationCanceledException)
        {
            // The dialog was closed.
        }
        finally
        {
            _busy = false;
        }
    }

    private void See(LinkStep step) => _ = InvokeAsync(() =>
    {
        _steps.Add(step);
        StateHasChanged();
    });

    private static string Look(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Arrives => "notice--good",
        LinkOutcome.Unsure => "notice--wait",
        _ => "notice--error",
    };
}
