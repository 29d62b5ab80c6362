using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>The admins' page of connectors.</summary>
public sealed partial class ConnectorsPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ConnectorRow>? _rows;
    private bool _failed;

    [Inject]
    private ListConnectors ListConnectors { get; set; } = null!;

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
        try
        {
            _failed = false;
            _rows = await ListConnectors.RunAsync(await CurrentActor.GetAsync(), _gone.Token);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            _failed = true;
        }
    }
}
