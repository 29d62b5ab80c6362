using AffiliateStudio.Features.Videos.EditCaption;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.UploadVideo;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Ui.Feedback;

namespace AffiliateStudio.Features.Videos;

/// <summary>What can be done with videos from several pages. Scoped to the circuit.</summary>
internal sealed class VideoDialogs(Dialogs dialogs, DeleteVideo.DeleteVideo delete, CurrentActor actor)
{
    /// <summary>Adds a video.</summary>
    /// <returns>Where the new video is, or null when none was added.</returns>
    public async Task<string?> AddAsync() => await dialogs.OpenAsync<AddVideoDialog>("Add video") as string;

    /// <summary>Changes a caption.</summary>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> EditCaptionAsync(VideoId video, string caption)
    {
        var parameters = new Dictionary<string, object?> { [nameof(EditCaptionDialog.Video)] = video, [nameof(EditCaptionDialog.Caption)] = caption };
        return await dialogs.OpenAsync<EditCaptionDialog>("Edit caption", parameters) is true;
    }

    /// <summary>Asks once, then deletes.</summary>
    /// <returns>Null when the person thought better of it, else the outcome.</returns>
    public async Task<Result?> DeleteAsync(VideoId video, int pins)
    {
        var lost = pins switch { 0 => "Viewers can no longer watch it", 1 => "Viewers can no longer watch it and its pin retires", _ => $"Viewers can no longer watch it and its {pins} pins retire" };
        var sure = await dialogs.ConfirmAsync(
            "Delete this video?", $"{lost}, which cannot be undone. Its links lead to your page from then on. Clicks, orders and what you earned stay in your books.", "Delete video");
        return sure ? await delete.RunAsync(new DeleteVideo.DeleteVideo.Command(await actor.GetAsync(), video), CancellationToken.None) : (Result?)null;
    }
}
