using System.ComponentModel.DataAnnotations;

namespace AffiliateStudio.Features.Videos;

/// <summary>Settings under <c>Videos</c>.</summary>
public sealed class VideosOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Videos";

    /// <summary>The largest poster, in bytes. The browser draws one frame, so this is generous.</summary>
    public const long MaxPosterBytes = 2L * 1024 * 1024;

    /// <summary>How many videos one person may send at the same time.</summary>
    public const int MaxUploadsAtOnce = 2;

    /// <summary>What stays free on the disk beside the largest upload, in bytes: databases and logs go on growing.</summary>
    public const long DiskReserveBytes = 512L * 1024 * 1024;

    /// <summary>The longest caption, in characters.</summary>
    public const int MaxCaptionLength = 2200;

    /// <summary>The longest comment, in characters.</summary>
    public const int MaxCommentLength = 500;

    /// <summary>The largest video that may be uploaded, in megabytes (1,048,576 bytes each).</summary>
    [Range(1, 100_000, ErrorMessage = "Videos:MaxUploadMegabytes must be from 1 to 100000.")]
    public int MaxUploadMegabytes { get; set; } = 200;

    /// <summary>How many comments one person may write in a minute.</summary>
    [Range(1, 1000, ErrorMessage = "Videos:MaxCommentsPerMinute must be from 1 to 1000.")]
    public int MaxCommentsPerMinute { get; set; } = 5;

    /// <summary>The largest video in bytes.</summary>
    public long MaxUploadBytes => MaxUploadMegabytes * 1024L * 1024L;
}
