using System.Buffers.Binary;

namespace AffiliateStudio.Features.Videos;

/// <summary>
/// Whether a whole file holds what its first bytes promise. An export that was broken off, or a file that only begins like a video, has no part that says how to play it.
/// </summary>
internal static class VideoStructure
{
    // A file in fragments may have many boxes before the one that is looked for; one that is made to keep us busy has more.
    private const int MostBoxes = 10_000;
    private const int BoxHeader = 16;

    private static readonly byte[] Movie = "moov"u8.ToArray();

    // RFC 9559: the one element that holds tracks and pictures, after the EBML header.
    private static readonly byte[] Segment = [0x18, 0x53, 0x80, 0x67];

    /// <summary>Whether a player finds tracks in it.</summary>
    /// <param name="file">The file, from its start; it can be read anywhere.</param>
    /// <param name="mediaType">What <see cref="VideoContent.Recognize"/> said that it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<bool> IsPlayableAsync(Stream file, string mediaType, CancellationToken cancellationToken) =>
        mediaType == VideoContent.WebM ? HasSegmentAsync(file, cancellationToken) : HasMovieAsync(file, cancellationToken);

    // ISO/IEC 14496-12: boxes follow each other, each with its size (4 bytes, big endian; 1 means that 8 more bytes hold it, 0 that it goes on to the end) and its type.
    private static async Task<bool> HasMovieAsync(Stream file, CancellationToken cancellationToken)
    {
        var header = new byte[BoxHeader];
        long at = 0;
        for (var box = 0; box < MostBoxes && at + 8 <= file.Length; box++)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (size == 1 && read == header.Length)
            {
                size = BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8));
            }

            if (size == 0)
            {
                size = file.Length - at;
            }

            var isWhole = size >= 8 && size <= file.Length - at;
            if (header.AsSpan(4, 4).SequenceEqual(Movie))
            {
                return isWhole;
            }

            if (!isWhole)
            {
                return false;
            }

            at += size;
        }

        return false;
    }

    private static async Task<bool> HasSegmentAsync(Stream file, CancellationToken cancellationToken)
    {
        var head = new byte[VideoContent.HeadLength];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var at = head.AsSpan(0, read).IndexOf(Segment);
        return at >= 0 && at + Segment.Length + 1 < file.Length;
    }
}
