using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Partners.ListCreatorTags;

/// <summary>The page of a creator's own tags.</summary>
public sealed partial class TagsPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<CreatorTagRow>? _rows;
    private bool _failed;

    [Inject]
    private ListCreatorTags ListCreatorTags { get; set; } = null!;

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
            _rows = await ListCreatorTags.RunAsync(await CurrentActor.GetAsync(), _gone.Token);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            _failed = true;
        }
    }
}
