namespace AffiliateStudio.Features.Videos;

/// <summary>Finds out what a picture is from its first bytes.</summary>
internal static class PosterContent
{
    /// <summary>The file extension (<c>jpg</c>, <c>png</c>, <c>webp</c>), or null when it is none of them.</summary>
    public static string? Recognize(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "jpg";
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "png";
        }

        return head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) ? "webp" : null;
    }

    /// <summary>The media type of a stored poster.</summary>
    public static string MediaTypeOf(string fileName) => Path.GetExtension(fileName) switch
    {
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => "image/jpeg",
    };
}
