using AffiliateStudio.Features.Partners.ListNotices;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>The admins' page of connectors.</summary>
public sealed partial class ConnectorsPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ConnectorRow>? _rows;
    private IReadOnlyList<NoticeRow> _notices = [];
    private bool _failed;

    [Inject]
    private ListConnectors ListConnectors { get; set; } = null!;

    [Inject]
    private ListNotices.ListNotices ListNotices { get; set; } = null!;

    [Inject]
    private DismissNotice.DismissNotice DismissNotice { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var gone = _gone.Token;
        try
        {
            _failed = false;
            var actor = await CurrentActor.GetAsync();
            var notices = await ListNotices.RunAsync(actor, gone);
            (_rows, _notices) = (await ListConnectors.RunAsync(actor, gone), notices);
        }
        catch (OperationCanceledException)
        {
            // The person has gone elsewhere.
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            _failed = true;
        }
    }

    private async Task DismissAsync(NoticeRow row)
    {
        var gone = _gone.Token;
        var result = await DismissNotice.RunAsync(new(await CurrentActor.GetAsync(), row.Partner, row.Kind, row.Word), gone);
        if (result.Error is { } problem)
        {
            Toasts.Bad(problem.Message);
        }

        await LoadAsync();
    }
}
