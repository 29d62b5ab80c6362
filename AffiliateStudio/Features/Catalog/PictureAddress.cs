using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Checks the address of a picture that a person typed in. The picture itself is never fetched by the server, only shown by browsers.</summary>
internal static class PictureAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int Longest = 1000;

    private static readonly string[] Drawings = [".svg", ".svgz"];

    /// <summary>The address as it is stored, or what is wrong with it.</summary>
    public static Result<string> Check(string? typed)
    {
        var text = typed?.Trim() ?? string.Empty;
        if (text.Length > Longest)
        {
            return CatalogErrors.Picture("This picture address is longer than 1,000 characters. Use the address of the picture file itself.");
        }

        if (text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '\\' or '"' or '<' or '>')
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttps
            || url.UserInfo.Length > 0
            || !url.IsDefaultPort
            || url.HostNameType != UriHostNameType.Dns
            || url.FindIdnHost()?.Contains('.', StringComparison.Ordinal) != true)
        {
            return CatalogErrors.Picture("A picture address starts with https:// and names a file on the web, such as https://images.example.com/lamp.jpg.");
        }

        // A drawing can carry script, and could be opened on its own.
        return Drawings.Any(ending => Uri.UnescapeDataString(url.AbsolutePath).TrimEnd('/').EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? CatalogErrors.Picture("SVG drawings are not accepted. Use a JPEG, PNG or WebP picture.")
            : url.AbsoluteUri;
    }
}
