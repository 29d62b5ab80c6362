using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Results;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Videos;

/// <summary>
/// The files of videos and posters in the data directory's <c>videos</c> folder. What comes in is written under <c>videos/incoming</c>, checked while it arrives, cut
/// off at the limit, made durable, and only then given its name.
/// </summary>
internal sealed class VideoFiles(DataDirectory data, IOptions<VideosOptions> options)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>How many bytes are free on the disk of the data directory.</summary>
    public Func<long> FreeBytes { get; init; } = () => new DriveInfo(data.Root).AvailableFreeSpace;

    /// <summary>Whether the largest upload fits on the disk and leaves enough to everything else.</summary>
    public bool HasRoom => FreeBytes() >= options.Value.MaxUploadBytes + VideosOptions.DiskReserveBytes;

    /// <summary>Takes a video in.</summary>
    public async Task<Result<IncomingFile>> ReceiveVideoAsync(VideoId id, Stream content, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(content, cancellationToken);
        var type = VideoContent.Recognize(head.Span);
        if (!type.Succeeded)
        {
            return type.Error;
        }

        var extension = type.Value == VideoContent.WebM ? "webm" : "mp4";
        return await WriteAsync(
            $"{id.Value:N}.{extension}", type.Value, head, content, options.Value.MaxUploadBytes, VideoErrors.TooLarge(options.Value.MaxUploadMegabytes), cancellationToken);
    }

    /// <summary>Takes a poster in.</summary>
    public async Task<Result<IncomingFile>> ReceivePosterAsync(VideoId id, Stream content, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(content, cancellationToken);
        if (PosterContent.Recognize(head.Span) is not { } extension)
        {
            return VideoErrors.BadPoster;
        }

        var name = $"{id.Value:N}.{extension}";
        return await WriteAsync(name, PosterContent.MediaTypeOf(name), head, content, VideosOptions.MaxPosterBytes, VideoErrors.BadPoster, cancellationToken);
    }

    /// <summary>Where a kept file is.</summary>
    public string PathOf(string fileName) => data.File("videos", Path.GetFileName(fileName));

    /// <summary>Removes what an upload left behind when the server was ended in the middle of it.</summary>
    public void SweepIncoming()
    {
        foreach (var left in Directory.EnumerateFiles(data.Folder("videos", "incoming")))
        {
            File.Delete(left);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadHeadAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[VideoContent.HeadLength];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return head.AsMemory(0, length);
    }

    private async Task<Result<IncomingFile>> WriteAsync(
        string name,
        string mediaType,
        ReadOnlyMemory<byte> head,
        Stream content,
        long limit,
        Error tooLarge,
        CancellationToken cancellationToken)
    {
        var temporary = data.File("videos", "incoming", name + ".part");
        var isWhole = false;
        try
        {
            await using var file = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
            await file.WriteAsync(head, cancellationToken);
            var size = (long)head.Length;
            var buffer = new byte[BufferSize];
            int read;
            while (size <= limit && (read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                size += read;
            }

            if (size > limit)
            {
                return tooLarge;
            }

            if (mediaType.StartsWith("video/", StringComparison.Ordinal) && !await VideoStructure.IsPlayableAsync(file, mediaType, cancellationToken))
            {
                return VideoErrors.NothingToPlay;
            }

            file.Flush(flushToDisk: true);
            isWhole = true;
            return new IncomingFile(temporary, data.File("videos", name), mediaType, size);
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(temporary);
            }
        }
    }
}
