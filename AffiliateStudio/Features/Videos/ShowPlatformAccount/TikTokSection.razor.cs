using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Videos.ShowPlatformAccount;

/// <summary>A creator's TikTok account: connect it, import its videos, allow comments, disconnect it. It follows what happens elsewhere.</summary>
public sealed partial class TikTokSection
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
    private PlatformAccountView? _view;
    private string? _result;

    /// <summary>How a sign-in ended that brought the person here; null when none did.</summary>
    [Parameter]
    public string? Outcome { get; set; }

    /// <summary>Told when videos came.</summary>
    [Parameter]
    public EventCallback OnImported { get; set; }

    [Inject]
    private ShowPlatformAccount Accounts { get; set; } = null!;

    [Inject]
    private ImportVideos.ImportVideos Import { get; set; } = null!;

    [Inject]
    private DisconnectPlatform.DisconnectPlatform Disconnect { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private EventHub Events { get; set; } = null!;

    private SignInEnding? Ending => SignInEnding.Of(Outcome);

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = Events.Subscribe<PlatformAccountChanged>(change => change.Creator != _view?.Creator || _gone.IsCancellationRequested
                ? Task.CompletedTask
                : InvokeAsync(async () =>
                {
                    if (!_gone.IsCancellationRequested)
                    {
                        await LoadAsync();
                        StateHasChanged();
                    }
                }));
        }
    }

    private async Task LoadAsync()
    {
        var gone = _gone.Token;
        _view = await Accounts.RunAsync(new ShowPlatformAccount.Query(await Actor.GetAsync()), gone);
    }

    private async Task ImportAsync()
    {
        // Goes on when the person leaves this page.
        var result = await Import.RunAsync(new ImportVideos.ImportVideos.Command(await Actor.GetAsync()), CancellationToken.None);
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        _result = !result.Succeeded ? null : result.Value switch
        {
            { Read: 0 } => "TikTok lists no public videos of this account.",
            { Added: 0 } => "Nothing new: all your videos are here already.",
            { Added: 1 } => "1 video imported.",
            var imported => $"{imported.Added:N0} videos imported.",
        };
        await LoadAsync();
        await OnImported.InvokeAsync();
    }

    private async Task DisconnectAsync()
    {
        const string Lost = "The studio forgets this account: imported videos stay as they are, are not kept up to date any more, and their pins are no longer posted at TikTok.";
        if (!await Dialogs.ConfirmAsync("Disconnect TikTok?", Lost, "Disconnect"))
        {
            return;
        }

        var result = await Disconnect.RunAsync(new DisconnectPlatform.DisconnectPlatform.Command(await Actor.GetAsync()), CancellationToken.None);
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        if (result.Succeeded)
        {
            Toasts.Good("TikTok is disconnected.");
        }
        else
        {
            Toasts.Bad(result.Error.Message);
        }

        _result = null;
        await LoadAsync();
    }
}
