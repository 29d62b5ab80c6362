using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Ui;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Catalog.OpenOffer;

/// <summary>One offer: what we know at once, then what its partner says now.</summary>
public sealed partial class OfferPage
{
    private readonly CancellationTokenSource _gone = new();
    private OfferDetails? _details;
    private Error? _error;
    private string? _picture;
    private string? _silent;
    private bool _isRefreshing;
    private Guid _shown;

    /// <summary>The offer's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private OpenOffer Open { get; set; } = null!;

    [Inject]
    private RefreshOffer.RefreshOffer Refresh { get; set; } = null!;

    [Inject]
    private IOfferPinning Pinning { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private BrowserHistory History { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
        {
            return;
        }

        (_shown, _picture, _silent, _error) = (Id, null, null, null);
        var id = OfferId.From(Id);
        try
        {
            await ReadAsync(id);
            if (_error is null && RendererInfo.IsInteractive)
            {
                _isRefreshing = true;
                StateHasChanged();
                var silent = await Refresh.RunAsync(id, _gone.Token);
                await ReadAsync(id);
                (_silent, _isRefreshing) = (silent, false);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left.
        }
    }

    private async Task ReadAsync(OfferId id)
    {
        var result = await Open.RunAsync(id, _gone.Token);
        _details = result.Succeeded ? result.Value : null;
        _error = result.Error;
    }

    private async Task BackAsync()
    {
        if (!await History.BackAsync())
        {
            Navigation.NavigateTo(CatalogRoutes.Discover);
        }
    }
}
