namespace AffiliateStudio.Tests.Features.Videos;

/// <summary>Files that begin as real ones do.</summary>
internal static class Clips
{
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];

    public static byte[] WebM { get; } =
    [
        0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, (byte)'w', (byte)'e', (byte)'b', (byte)'m',
        0x18, 0x53, 0x80, 0x67, 0x83, 9, 9, 9,
    ];

    /// <summary>An MP4 with the boxes of one: type, tracks (empty), and counted bytes, so that a range can be recognised.</summary>
    public static byte[] Mp4(int length)
    {
        byte[] head = [0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 2, 0, .. "avc1"u8, 0, 0, 0, 16, .. "moov"u8, 0, 0, 0, 8, .. "free"u8];
        var rest = length - head.Length;
        return [.. head, (byte)(rest >> 24), (byte)(rest >> 16), (byte)(rest >> 8), (byte)rest, .. "mdat"u8, .. Enumerable.Range(0, rest - 8).Select(i => (byte)i)];
    }
}
