using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Pins;

/// <summary>
/// What a pinned comment says: the disclosure, which nobody can leave out or change, then the creator's own words. Both count towards the length.
/// </summary>
public static class PinText
{
    /// <summary>The longest comment, disclosure and the space after it counted in.</summary>
    public const int MaxLength = 500;

    /// <summary>The sentence in front of every pinned comment.</summary>
    public const string OwnDisclosure = "Ad · I earn a commission if you buy through this link.";

    /// <summary>The disclosure for a partner: our sentence and the one that the partner's terms demand.</summary>
    public static string DisclosureFor(Partner partner) =>
        partner.RequiredDisclosure.Length == 0 ? OwnDisclosure : $"{OwnDisclosure} {partner.RequiredDisclosure}";

    /// <summary>How many characters are left for the creator's own words, negative when there are too many.</summary>
    public static int CharactersLeft(string disclosure, string? text) => MaxLength - disclosure.Length - 1 - PlainText.Clean(text).Length;

    /// <summary>The same in words, such as "12 characters too many".</summary>
    public static string Room(string disclosure, string? text) => CharactersLeft(disclosure, text) switch
    {
        1 => "1 character left beside the disclosure",
        -1 => "1 character too many",
        >= 0 and var left => $"{left} characters left beside the disclosure",
        var left => $"{-left} characters too many",
    };

    /// <summary>The creator's words as they are kept, or what is wrong with them.</summary>
    internal static Result<string> Check(string disclosure, string? text)
    {
        var clean = PlainText.Clean(text);
        if (clean.Length == 0)
        {
            return PinErrors.TextMissing;
        }

        return CharactersLeft(disclosure, clean) < 0 ? PinErrors.TextTooLong(MaxLength - disclosure.Length - 1) : clean;
    }
}
