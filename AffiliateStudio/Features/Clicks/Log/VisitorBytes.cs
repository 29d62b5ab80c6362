using System.Buffers.Binary;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>A visitor key as both stores keep it: 16 bytes, the highest first.</summary>
internal static class VisitorBytes
{
    /// <summary>Writes a key into 16 bytes.</summary>
    public static void Write(UInt128 visitor, Span<byte> into) => BinaryPrimitives.WriteUInt128BigEndian(into, visitor);

    /// <summary>Reads a key from 16 bytes.</summary>
    public static UInt128 Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    /// <summary>The key as an array, or null for a visitor without one.</summary>
    public static byte[]? OrNull(UInt128 visitor)
    {
        if (visitor == UInt128.Zero)
        {
            return null;
        }

        var bytes = new byte[16];
        Write(visitor, bytes);
        return bytes;
    }
}
