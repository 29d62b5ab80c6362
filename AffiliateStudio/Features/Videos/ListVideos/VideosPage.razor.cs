using System.Globalization;
using AffiliateStudio.Platform.Paging;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;
using Microsoft.AspNetCore.Components;

namespace AffiliateStudio.Features.Videos.ListVideos;

/// <summary>The creator's videos as a grid.</summary>
public sealed partial class VideosPage
{
    private const int PageSize = 24;

    private readonly CancellationTokenSource _gone = new();
    private int _shownPage;

    /// <summary>The page of the list, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? Page { get; set; }

    /// <summary>How a sign-in at TikTok ended that led here.</summary>
    [SupplyParameterFromQuery(Name = "tiktok")]
    public string? TikTok { get; set; }

    /// <summary>The videos, handed over from prerendering so that nothing is read twice.</summary>
    [PersistentState]
    public Page<VideoRow>? Shown { get; set; }

    [Inject]
    private ListVideos Videos { get; set; } = null!;

    [Inject]
    private VideoDialogs Dialogs { get; set; } = null!;

    [Inject]
    private CurrentActor Actor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private int Current => int.Clamp(Page ?? 1, 1, 100_000);

    private int Pages => ((Shown?.Total ?? 0) + PageSize - 1) / PageSize;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Shown is null || (_shownPage != 0 && _shownPage != Current))
        {
            await LoadAsync();
        }

        _shownPage = Current;
    }

    private static string Count(long number, string unit) => number == 1 ? $"1 {unit}" : string.Create(CultureInfo.CurrentCulture, $"{number:N0} {unit}s");

    private static string Short(string caption) => caption.Length <= 40 ? caption : caption[..39] + "…";

    private static string Address(int page) => page > 1 ? $"{VideosRoutes.List}?page={page}" : VideosRoutes.List;

    private async Task LoadAsync() => Shown = await Videos.RunAsync(new ListVideos.Query(await Actor.GetAsync(), Current, PageSize), _gone.Token);

    private async Task AddAsync()
    {
        if (await Dialogs.AddAsync() is { } url)
        {
            Toasts.Good("The video is live. Pin the products it shows.");
            Navigation.NavigateTo(url);
        }
    }

    private async Task EditAsync(VideoRow video)
    {
        if (await Dialogs.EditCaptionAsync(video.Id, video.Caption))
        {
            Toasts.Good("Caption saved.");
        }

        await LoadAsync();
    }

    private async Task DeleteAsync(VideoRow video)
    {
        if (await Dialogs.DeleteAsync(video.Id, video.Numbers.Pins) is not { } result)
        {
            return;
        }

        if (result.Succeeded)
        {
            Toasts.Good("Video deleted.");
        }
        else
        {
            Toasts.Bad(result.Error.Message);
        }

        await LoadAsync();
    }
}
