using AffiliateStudio.Features.Pins.PublicPages;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.ManagePins;

/// <summary>The creator's own view of a video: watch it, order and change its pins. It follows what other windows do.</summary>
public sealed partial class VideoPage
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<IDisposable> _subscriptions = [];
    private OwnVideo? _video;
    private bool _isGone;
    private bool _isMoving;
    private string? _problem;
    private Guid _shown;

    /// <summary>The video.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The request, while the page is written for the first time.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private ReadOwnVideo Videos { get; set; } = null!;

    [Inject]
    private ReorderPins.ReorderPins Reorder { get; set; } = null!;

    [Inject]
    private VideoDialogs VideoDialogs { get; set; } = null!;

    [Inject]
    private PinDialogs PinDialogs { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private EventHub Events { get; set; } = null!;

    private string Title
    {
        get
        {
            var line = _video!.Caption.Split('\n')[0];
            return line.Length <= 120 ? line : line[..119] + "…";
        }
    }

    private bool IsFull => _video is { } video && video.Standing.Count >= video.Limit;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Id)
        {
            _shown = Id;
            await LoadAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _subscriptions.Add(Events.Subscribe<VideoChanged>(change => FollowAsync(change.Video)));
            _subscriptions.Add(Events.Subscribe<PinChanged>(change => FollowAsync(change.Video)));
            _subscriptions.Add(Events.Subscribe<PinCommentChanged>(change => FollowAsync(change.Video)));
        }
    }

    private Task FollowAsync(VideoId video) => video.Value != Id || _gone.IsCancellationRequested
        ? Task.CompletedTask
        : InvokeAsync(async () =>
        {
            if (!_gone.IsCancellationRequested)
            {
                await LoadAsync();
                StateHasChanged();
            }
        });

    private async Task LoadAsync()
    {
        _video = await Videos.RunAsync(new ReadOwnVideo.Query(await Actor.GetAsync(), new VideoId(Id)), _gone.Token);
        _isGone = _video is null;
        if (_isGone && Http is not null && !RendererInfo.IsInteractive)
        {
            MissingPage.Say(Http);
        }
    }

    private Task PinAsync() => PinDialogs.OpenAsync(_video!.Id);

    private async Task EditCaptionAsync()
    {
        if (await VideoDialogs.EditCaptionAsync(_video!.Id, _video.Caption))
        {
            Toasts.Good("Caption saved.");
        }
    }

    private async Task DeleteAsync()
    {
        if (await VideoDialogs.DeleteAsync(_video!.Id, _video.Standing.Count) is { Succeeded: false } failed)
        {
            Toasts.Bad(failed.Error.Message);
        }
    }

    private async Task MoveAsync(int index, int step)
    {
        var order = _video!.Standing.Select(pin => new ReorderPins.ReorderPins.Place(pin.Id, pin.Version)).ToList();
        var to = index + step;

        // The second click of a double click would speak of the order from before the first.
        if (to < 0 || to >= order.Count || _isMoving)
        {
            return;
        }

        _isMoving = true;
        try
        {
            (order[index], order[to]) = (order[to], order[index]);
            await DoneAsync(await Reorder.RunAsync(new ReorderPins.ReorderPins.Command(await Actor.GetAsync(), _video.Id, order), _gone.Token));
        }
        finally
        {
            _isMoving = false;
        }
    }

    private async Task DoneAsync(Result result)
    {
        _problem = result.Error?.Message;
        await LoadAsync();
    }
}
