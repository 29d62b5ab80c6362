using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Videos;

/// <summary>The rules of captions.</summary>
internal static class CaptionText
{
    /// <summary>The caption as it is kept, or what is wrong with it.</summary>
    public static Result<string> Check(string? caption)
    {
        var clean = PlainText.Clean(caption);
        return clean.Length switch
        {
            0 => VideoErrors.CaptionMissing,
            > VideosOptions.MaxCaptionLength => VideoErrors.CaptionTooLong,
            _ => clean,
        };
    }
}
