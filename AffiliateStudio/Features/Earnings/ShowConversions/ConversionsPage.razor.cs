using AffiliateStudio.Features.Earnings.AssignTaggedConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Assign = AffiliateStudio.Features.Earnings.AssignConversion.AssignConversion;
using AssignTagged = AffiliateStudio.Features.Earnings.AssignTaggedConversions.AssignTaggedConversions;
using CheckBooks = AffiliateStudio.Features.Earnings.VerifyLedger.VerifyLedger;
using ReadPartners = AffiliateStudio.Features.Earnings.SyncConversions.SyncConversions;

namespace AffiliateStudio.Features.Earnings.ShowConversions;

/// <summary>Reading partners now, what came in, what was refused, what belongs to nobody, and the check of the ledger.</summary>
public sealed partial class ConversionsPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ConversionsView? _view;
    private bool _checking;

    /// <summary>The page of unmatched orders, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? PageOfRows { get; set; }

    [Inject]
    private ShowConversions Conversions { get; set; } = null!;

    [Inject]
    private ReadPartners Partners { get; set; } = null!;

    [Inject]
    private CheckBooks Ledger { get; set; } = null!;

    [Inject]
    private Assign Assignments { get; set; } = null!;

    [Inject]
    private AssignTagged TaggedAssignments { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private int PageNumber => int.Max(1, PageOfRows ?? 1);

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        if (!_gone.IsCancellationRequested)
        {
            _view = await Conversions.RunAsync(new ShowConversions.Query(actor, PageNumber), _gone.Token);
        }
    }

    // The run is the product's, not the page's: it goes on when the page is left.
    private async Task SyncAsync(PartnerKey partner)
    {
        if (!(await Current.GetAsync()).IsAdmin)
        {
            return;
        }

        var outcome = await Partners.RunAsync(partner, CancellationToken.None);
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        Tell(partner, outcome);
        await LoadAsync();
    }

    private void Tell(PartnerKey partner, Platform.Results.Result<SyncedPartner> outcome)
    {
        if (!outcome.Succeeded)
        {
            Toasts.Bad(outcome.Error.Message);
        }
        else if (outcome.Value.Failure is { } failure)
        {
            Toasts.Bad($"{partner}: {failure.Message} {failure.Remedy}");
        }
        else
        {
            Toasts.Good($"{partner}: {outcome.Value.Added} new, {outcome.Value.Changed} changed");
        }
    }

    private async Task CheckAsync()
    {
        if (_checking || !(await Current.GetAsync()).IsAdmin)
        {
            return;
        }

        _checking = true;
        try
        {
            await Ledger.RunAsync(null, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
        finally
        {
            _checking = false;
        }
    }

    private async Task AssignAsync((ConversionId Conversion, string Handle) choice)
    {
        var outcome = await Assignments.RunAsync(new Assign.Command(await Current.GetAsync(), choice.Conversion, choice.Handle), _gone.Token);
        await TellAssignedAsync(outcome);
    }

    private async Task AssignTaggedAsync(TagClaim claim)
    {
        try
        {
            var outcome = await TaggedAssignments.RunAsync(new AssignTagged.Command(await Current.GetAsync(), claim.Partner, claim.Tag, claim.Handle), _gone.Token);
            await TellAssignedAsync(outcome);
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere; what was assigned stays, the rest is offered again.
        }
    }

    private async Task TellAssignedAsync(Platform.Results.Result<string> outcome)
    {
        if (!outcome.Succeeded)
        {
            Toasts.Bad(outcome.Error.Message);
            return;
        }

        Toasts.Good($"Assigned: {outcome.Value}");
        await LoadAsync();
    }

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("page", page), replace: true);
}
