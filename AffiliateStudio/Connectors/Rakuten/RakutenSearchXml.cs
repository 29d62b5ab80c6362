using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Reads what product search answers. Errors come under status 200, as <c>Errors</c>, as a fault in another namespace, or as JSON; so those are looked for before the items.
/// The XML may define nothing and is limited in size.
/// </summary>
internal static class RakutenSearchXml
{
    private const long MostCharacters = 16 * 1024 * 1024;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        CloseInput = true,
    };

    /// <summary>Reads a page, or the failure that the body tells.</summary>
    public static PartnerResult<SearchPage> Read(byte[] body)
    {
        if (!Failures.LooksLikeMarkup(body))
        {
            return PartnerJson.TryRead<ErrorAnswer>(body) is { Words: { Length: > 0 } } error
                ? new PartnerFailure(PartnerFailureKind.Unauthorized, Failures.Shorten(error.Fault?.Code ?? error.Error ?? "fault"), Failures.Shorten(error.Words), "Check the credentials of the Rakuten connection.")
                : Failures.Malformed(RakutenErrors.Partner, "a search answer that is no XML");
        }

        XElement root;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Reading);
            root = XDocument.Load(reader).Root!;
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            return Failures.Malformed(RakutenErrors.Partner, Is(body, "<!DOCTYPE"u8) || Is(body, "<html"u8) ? "a web page instead of data" : "a search answer that is not readable as XML");
        }

        return ErrorIn(root) is { } failure ? failure
            : root.Name.LocalName != "result" ? Failures.Malformed(RakutenErrors.Partner, $"an answer of <{root.Name.LocalName}> where <result> is expected")
            : new SearchPage(Number(root, "TotalMatches"), Number(root, "TotalPages"), [.. root.Elements().Where(element => element.Name.LocalName == "item")]);
    }

    /// <summary>The trimmed text of an element's child, or null when it is not there or empty.</summary>
    public static string? Text(XElement parent, params ReadOnlySpan<string> path)
    {
        var element = parent;
        foreach (var name in path)
        {
            element = Child(element, name);
            if (element is null)
            {
                return null;
            }
        }

        return element.Value.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>An element's child of this name, in any namespace.</summary>
    public static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static PartnerFailure? ErrorIn(XElement root)
    {
        if (Child(root, "Errors") is { } errors)
        {
            var code = Text(errors, "ErrorID") ?? "error";
            var words = Text(errors, "ErrorText") ?? "The search was refused.";
            return new PartnerFailure(PartnerFailureKind.InvalidRequest, Failures.Shorten(code), Failures.Shorten(words), "Search with other words: Rakuten refuses these.");
        }

        var fault = root.Name.LocalName.EndsWith("fault", StringComparison.OrdinalIgnoreCase)
            ? root
            : root.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("fault", StringComparison.OrdinalIgnoreCase));
        if (fault is null)
        {
            return null;
        }

        var said = Text(fault, "description") ?? Text(fault, "message") ?? Text(fault, "errorstring") ?? Text(fault, "faultstring") ?? "Rakuten answered with a fault.";
        return new PartnerFailure(
            PartnerFailureKind.Unauthorized,
            Failures.Shorten(Text(fault, "code") ?? Text(fault, "errorcode") ?? "fault"),
            Failures.Shorten(said),
            "Check the credentials of the Rakuten connection, and whether the account may use product search.");
    }

    private static int? Number(XElement root, string name) =>
        int.TryParse(Text(root, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(byte[] body, ReadOnlySpan<byte> start)
    {
        var at = body.AsSpan().IndexOf((byte)'<');
        return at >= 0 && body.Length - at >= start.Length && Ascii.EqualsIgnoreCase(body.AsSpan(at, start.Length), start);
    }

    /// <summary>A page of results.</summary>
    /// <param name="Total">How many there are; null or -1 when the partner does not know.</param>
    /// <param name="Pages">How many pages there are, when it is told.</param>
    /// <param name="Items">The items.</param>
    internal sealed record SearchPage(int? Total, int? Pages, IReadOnlyList<XElement> Items);
}
