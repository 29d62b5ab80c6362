using System.Buffers.Binary;
using System.Text;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Videos;

/// <summary>Finds out what a file is from its first bytes. Names and declared types are not looked at.</summary>
internal static class VideoContent
{
    /// <summary>How many bytes of the start are enough.</summary>
    public const int HeadLength = 4096;

    public const string Mp4 = "video/mp4";

    public const string WebM = "video/webm";

    // ISO/IEC 14496-12 brands that browsers play as MP4. 'M4A ' (sound only), 'heic', 'avif' and 'qt  ' share the box layout and are not among them.
    private static readonly HashSet<string> PlayableBrands = new(StringComparer.Ordinal)
    {
        "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "3gp4", "3gp5", "3gp6",
    };

    private static readonly HashSet<string> OtherMajorBrands = new(StringComparer.Ordinal)
    {
        "M4A ", "M4B ", "M4P ", "heic", "heix", "hevc", "mif1", "msf1", "avif", "avis", "crx ",
    };

    private static ReadOnlySpan<byte> EbmlHeader => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>The media type, or why the file is not taken.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or the whole file when it is shorter.</param>
    public static Result<string> Recognize(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return VideoErrors.FileMissing;
        }

        return head.StartsWith(EbmlHeader) ? RecognizeEbml(head[4..]) : RecognizeIsoMedia(head);
    }

    // A file type box: size (4 bytes, big endian), "ftyp", major brand, minor version, then compatible brands of 4 characters each.
    private static Result<string> RecognizeIsoMedia(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..8].SequenceEqual("ftyp"u8))
        {
            return VideoErrors.NotAVideo;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (size < 16 || size % 4 != 0 || size > head.Length)
        {
            return VideoErrors.NotAVideo;
        }

        var major = Encoding.Latin1.GetString(head[8..12]);
        if (major == "qt  ")
        {
            return VideoErrors.QuickTime;
        }

        if (OtherMajorBrands.Contains(major))
        {
            return VideoErrors.NotAVideo;
        }

        for (var at = 8; at + 4 <= size; at += 4)
        {
            if (at != 12 && PlayableBrands.Contains(Encoding.Latin1.GetString(head.Slice(at, 4))))
            {
                return Mp4;
            }
        }

        return VideoErrors.NotAVideo;
    }

    // RFC 8794: the EBML header holds elements of id, size (a variable-length integer) and data; DocType (0x4282) says Matroska or WebM.
    private static Result<string> RecognizeEbml(ReadOnlySpan<byte> rest)
    {
        if (!TryReadSize(ref rest, out var headerSize) || headerSize > (ulong)rest.Length)
        {
            return VideoErrors.NotAVideo;
        }

        var header = rest[..(int)headerSize];
        while (header.Length > 2)
        {
            var idLength = int.Max(1, LeadingZeros(header[0]) + 1);
            if (idLength > 4 || header.Length <= idLength)
            {
                return VideoErrors.NotAVideo;
            }

            var isDocType = idLength == 2 && header[0] == 0x42 && header[1] == 0x82;
            header = header[idLength..];
            if (!TryReadSize(ref header, out var size) || size > (ulong)header.Length)
            {
                return VideoErrors.NotAVideo;
            }

            if (isDocType)
            {
                return header[..(int)size].TrimEnd((byte)0).SequenceEqual("webm"u8) ? WebM : VideoErrors.NotAVideo;
            }

            header = header[(int)size..];
        }

        return VideoErrors.NotAVideo;
    }

    private static bool TryReadSize(ref ReadOnlySpan<byte> bytes, out ulong size)
    {
        size = 0;
        if (bytes.IsEmpty || bytes[0] == 0)
        {
            return false;
        }

        var length = LeadingZeros(bytes[0]) + 1;
        if (bytes.Length < length)
        {
            return false;
        }

        size = (ulong)(bytes[0] & ((1 << (8 - length)) - 1));
        for (var i = 1; i < length; i++)
        {
            size = (size << 8) | bytes[i];
        }

        bytes = bytes[length..];
        return true;
    }

    private static int LeadingZeros(byte value) => byte.LeadingZeroCount(value);
}
