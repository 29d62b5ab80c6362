using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks;

/// <summary>
/// What goes into a partner's link and comes back with the order: link code, a dash, the click's id as 22 base64url characters. It matches
/// <c>[A-Za-z0-9_-]{1,64}</c> and means nothing to anyone else.
/// </summary>
/// <param name="LinkCode">The link that was tapped.</param>
/// <param name="ClickId">The click, a UUID version 7.</param>
public readonly record struct SubId(LinkCode LinkCode, Guid ClickId)
{
    private const int EncodedIdLength = 22;

    /// <summary>Reads what a partner reported. Anything else than our own form is null: other people's sub-ids are not an error.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubId subId)
    {
        subId = default;
        if (text is null || text.Length != LinkCode.Length + 1 + EncodedIdLength || text[LinkCode.Length] != '-')
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (!Base64Url.TryDecodeFromChars(text.AsSpan(LinkCode.Length + 1), bytes, out var written) || written != 16)
        {
            return false;
        }

        subId = new SubId(new LinkCode(text[..LinkCode.Length]), new Guid(bytes, bigEndian: true));
        return true;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        ClickId.TryWriteBytes(bytes, bigEndian: true, out _);
        return $"{LinkCode.Value}-{Base64Url.EncodeToString(bytes)}";
    }
}
