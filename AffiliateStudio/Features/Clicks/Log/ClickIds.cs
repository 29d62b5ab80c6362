using System.Buffers.Binary;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>Click ids carry their time, so a span of time is a range of ids.</summary>
internal static class ClickIds
{
    /// <summary>The least UUID version 7 of a moment.</summary>
    public static Guid FirstAt(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var milliseconds = new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
