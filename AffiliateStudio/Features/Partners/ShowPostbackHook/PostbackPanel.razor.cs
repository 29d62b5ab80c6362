using System.Globalization;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ShowPostbackHook;

/// <summary>A partner's hook: its address once, the template for the partner, who may call, what came.</summary>
public sealed partial class PostbackPanel : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private PostbackView? _hook;
    private string? _address;
    private string? _problem;
    private string _sources = string.Empty;
    private bool _busy;

    /// <summary>The partner.</summary>
    [Parameter, EditorRequired]
    public PartnerKey Partner { get; set; }

    /// <summary>Its name.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = string.Empty;

    /// <summary>How it calls.</summary>
    [Parameter, EditorRequired]
    public PostbackStyle Style { get; set; }

    [Inject]
    private ShowPostbackHook Show { get; set; } = null!;

    [Inject]
    private RotatePostbackHook.RotatePostbackHook Rotate { get; set; } = null!;

    [Inject]
    private RevokePostbackHook.RevokePostbackHook Revoke { get; set; } = null!;

    [Inject]
    private LimitPostbackSources.LimitPostbackSources Limit { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string Received => _hook?.Received.ToString("N0", CultureInfo.CurrentCulture) ?? string.Empty;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(await CurrentActor.GetAsync());
        _sources = _hook?.AllowedSources ?? string.Empty;
    }

    private string Id(string name) => $"postback-{Partner.Value}-{name}";

    private async Task LoadAsync(Actor actor)
    {
        if (!_gone.IsCancellationRequested)
        {
            _hook = await Show.RunAsync(actor, Partner, _gone.Token);
        }
    }

    private Task RotateAsync() => BusyAsync(async (actor, gone) =>
    {
        var made = await Rotate.RunAsync(new(actor, Partner), gone);
        _address = made.Succeeded ? made.Value : null;
        Tell(made.Error?.Message, null);
    });

    private async Task RevokeAsync(bool onlyFormer)
    {
        var what = onlyFormer ? "Calls to the address before this one are refused." : "Calls to it are refused, and its list and count are gone. Orders are still read on schedule.";
        if (await Dialogs.ConfirmAsync(onlyFormer ? "Revoke the former address?" : $"Revoke {Name}'s hook?", what, "Revoke"))
        {
            await BusyAsync(async (actor, gone) =>
            {
                var revoked = await Revoke.RunAsync(new(actor, Partner, onlyFormer), gone);
                _address = onlyFormer ? _address : null;
                Tell(revoked.Error?.Message, onlyFormer ? "The former address is closed." : $"{Name} cannot call us any more.");
            });
        }
    }

    private Task LimitAsync() => BusyAsync(async (actor, gone) =>
    {
        var kept = await Limit.RunAsync(new(actor, Partner, _sources), gone);
        _problem = kept.Error?.Message;
        if (kept.Succeeded)
        {
            Toasts.Good("Who may call is kept.");
        }
    });

    private void Tell(string? problem, string? done)
    {
        if (problem is not null)
        {
            Toasts.Bad(problem);
        }
        else if (done is not null)
        {
            Toasts.Good(done);
        }
    }

    private async Task BusyAsync(Func<Actor, CancellationToken, Task> act)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var gone = _gone.Token;
        try
        {
            var actor = await CurrentActor.GetAsync();
            await act(actor, gone);
            await LoadAsync(actor);
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
        finally
        {
            _busy = false;
        }
    }
}
