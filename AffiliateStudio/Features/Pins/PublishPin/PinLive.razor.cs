using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.PublishPin;

/// <summary>The pin is live: its link, and on a TikTok video how far its comment is there.</summary>
public sealed partial class PinLive
{
    // The buttons come up where "Publish pin" was: the second click of a double click on that one is not meant for them.
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(600);

    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
    private PinComment? _comment;
    private bool _isOpen;

    /// <summary>The new pin.</summary>
    [Parameter, EditorRequired]
    public PublishedPin Published { get; set; } = null!;

    /// <summary>What was pinned.</summary>
    [Parameter, EditorRequired]
    public OfferSummary Offer { get; set; } = null!;

    /// <summary>Pins the same product to another video.</summary>
    [Parameter]
    public EventCallback OnAnother { get; set; }

    [Inject]
    private OwnAddress Address { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private ReadPinComment.ReadPinComment Comments { get; set; } = null!;

    [Inject]
    private RetryPinComment.RetryPinComment Retry { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private EventHub Events { get; set; } = null!;

    private string Link => new Uri(Address.Public, PinsRoutes.Go(Published.LinkCode)).AbsoluteUri;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var gone = _gone.Token;
        _subscription = Events.Subscribe<PinCommentChanged>(change => change.Pin != Published.Pin || _gone.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(FollowAsync));
        await LoadAsync();
        await Task.Delay(DoubleClick, TimeProvider.System, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isOpen = true;
    }

    private async Task FollowAsync()
    {
        if (!_gone.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        var gone = _gone.Token;
        _comment = await Comments.RunAsync(new ReadPinComment.ReadPinComment.Query(await Actor.GetAsync(), Published.Pin), gone);
    }

    private async Task RetryAsync()
    {
        await Retry.RunAsync(new RetryPinComment.RetryPinComment.Command(await Actor.GetAsync(), Published.Pin), CancellationToken.None);
        await LoadAsync();
    }
}
