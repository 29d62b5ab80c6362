using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Pins.PreparePin;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.PublishPin;

/// <summary>Pins a product to a video: choose, write, publish; afterwards the same dialog shows the link.</summary>
public sealed partial class PinDialog
{
    private const int PrefilledLength = 80;

    private readonly CancellationTokenSource _gone = new();
    private OfferId? _offer;
    private PinPreparation? _preparation;
    private PublishedPin? _published;
    private Error? _error;
    private Guid _target;
    private string _text = string.Empty;
    private bool _isBusy;

    /// <summary>What to pin; null when the person chooses it in the dialog.</summary>
    [Parameter]
    public OfferId? Offer { get; set; }

    /// <summary>Where to pin it, when the dialog was opened from a video.</summary>
    [Parameter]
    public VideoId? Video { get; set; }

    [Inject]
    private PublishPin Publish { get; set; } = null!;

    [Inject]
    private PreparePin.PreparePin Prepare { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private int Left => PinText.CharactersLeft(_preparation!.Disclosure, _text);

    private PinnedProduct Preview
    {
        get
        {
            var offer = _preparation!.Offer;
            var price = offer.Price;
            return new PinnedProduct(
                default,
                string.Empty,
                offer.Id,
                offer.Title,
                offer.ShopName,
                offer.ShopDomain,
                _preparation.Disclosure,
                PlainText.Clean(_text),
                offer.ImageUrl,
                price.Price,
                price.AsOf,
                offer.Stay,
                offer.IsOver);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (Offer is { } offer)
        {
            await ChooseAsync(offer);
        }
    }

    private string Name(PinTarget target)
    {
        var caption = target.Caption.ReplaceLineEndings(" ");
        var name = caption.Length <= 60 ? caption : caption[..59] + "…";
        return target.IsPinned ? name + " (pinned already)" : target.Pins >= _preparation!.Limit ? name + " (full)" : name;
    }

    private async Task ChooseAsync(OfferId offer)
    {
        _offer = offer;
        _error = null;
        var result = await Prepare.RunAsync(new PreparePin.PreparePin.Query(await Actor.GetAsync(), offer, Video), _gone.Token);
        if (!result.Succeeded)
        {
            _error = result.Error;
            return;
        }

        _preparation = result.Value;
        var targets = _preparation.Targets;
        var free = targets.FirstOrDefault(target => !target.IsPinned && target.Pins < _preparation.Limit);
        _target = Video?.Value ?? free?.Video.Value ?? (targets.Count > 0 ? targets[0].Video.Value : Guid.Empty);
        var title = _preparation.Offer.Title;
        _text = title.Length <= PrefilledLength ? title : title[..(PrefilledLength - 1)] + "…";
    }

    private async Task PublishAsync()
    {
        // A second click may arrive while the first one is being worked on, or when it is done and the browser does not show it yet.
        if (_isBusy || _published is not null)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var command = new PublishPin.Command(await Actor.GetAsync(), new VideoId(_target), _preparation!.Offer.Id, _text);
            var result = await Publish.RunAsync(command, _gone.Token);
            _error = result.Error;
            _published = result.Succeeded ? result.Value : null;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task AnotherAsync()
    {
        var words = _text;
        _published = null;
        Video = null;
        await ChooseAsync(_preparation!.Offer.Id);
        _text = words;
    }
}
