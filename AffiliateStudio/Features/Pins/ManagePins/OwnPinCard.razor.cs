using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.TestLink;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Pins.ManagePins;

/// <summary>One pin of the creator's own video, with everything that can be done to it.</summary>
public sealed partial class OwnPinCard
{
    private string? _text;
    private string? _problem;
    private bool _showsCode;

    /// <summary>The pin.</summary>
    [Parameter, EditorRequired]
    public OwnPin Pin { get; set; } = null!;

    /// <summary>Its place, from 0.</summary>
    [Parameter, EditorRequired]
    public int Index { get; set; }

    /// <summary>How many pins there are.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>Moves it by this many places.</summary>
    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    /// <summary>Told the outcome of every act.</summary>
    [Parameter]
    public EventCallback<Result> OnDone { get; set; }

    [Inject]
    private EditPin.EditPin EditPin { get; set; } = null!;

    [Inject]
    private PausePin.PausePin PausePin { get; set; } = null!;

    [Inject]
    private ResumePin.ResumePin ResumePin { get; set; } = null!;

    [Inject]
    private RetirePin.RetirePin RetirePin { get; set; } = null!;

    [Inject]
    private RetryPinComment.RetryPinComment RetryPinComment { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private OwnAddress Address { get; set; } = null!;

    private string Link => new Uri(Address.Public, PinsRoutes.Go(Pin.LinkCode)).AbsoluteUri;

    private void Edit() => (_text, _problem) = (Pin.Text, null);

    private async Task TestAsync() => await Dialogs.OpenAsync<TestLinkDialog>("Test my link", new Dictionary<string, object?> { [nameof(TestLinkDialog.Pin)] = Pin.Id });

    private async Task SaveAsync()
    {
        var result = await EditPin.RunAsync(new EditPin.EditPin.Command(await Actor.GetAsync(), Pin.Id, Pin.Version, _text), CancellationToken.None);
        if (result.Error is { Field: not null } wrong)
        {
            _problem = wrong.Message;
            return;
        }

        // What was written stays in the field when somebody else was faster.
        _text = result.Succeeded ? null : _text;
        await OnDone.InvokeAsync(result);
    }

    private async Task PauseAsync() =>
        await OnDone.InvokeAsync(await PausePin.RunAsync(new PausePin.PausePin.Command(await Actor.GetAsync(), Pin.Id, Pin.Version), CancellationToken.None));

    private async Task ResumeAsync() =>
        await OnDone.InvokeAsync(await ResumePin.RunAsync(new ResumePin.ResumePin.Command(await Actor.GetAsync(), Pin.Id, Pin.Version), CancellationToken.None));

    private async Task RetryAsync() =>
        await OnDone.InvokeAsync(await RetryPinComment.RunAsync(new RetryPinComment.RetryPinComment.Command(await Actor.GetAsync(), Pin.Id), CancellationToken.None));

    private async Task RetireAsync()
    {
        const string Lost = "Viewers no longer see it, and its link leads to your page for good. Its clicks, orders and what it earned stay in your books.";
        if (await Dialogs.ConfirmAsync("Retire this pin?", Lost, "Retire pin"))
        {
            await OnDone.InvokeAsync(await RetirePin.RunAsync(new RetirePin.RetirePin.Command(await Actor.GetAsync(), Pin.Id, Pin.Version), CancellationToken.None));
        }
    }

    // The title ends with the city.
    private static SearchQuery Renewed(OfferSummary offer) => new()
    {
        Travel = offer.Stay!.Nights == 0 ? TravelKind.Activities : TravelKind.Stays,
        Place = offer.Title.Split(", ")[^1],
        Guests = offer.Stay.Nights == 0 ? SearchQuery.UsualGuests : offer.Stay.Guests,
    };
}
