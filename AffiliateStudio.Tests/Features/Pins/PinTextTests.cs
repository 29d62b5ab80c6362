using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins;
using FsCheck;
using FsCheck.Fluent;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PinTextTests
{
    [Fact]
    public void AnyWordsAndPartner_Composed_StartWithTheDisclosureAndFit()
    {
        var words = ArbMap.Default.ArbFor<string>();
        var property = Prop.ForAll(words, words, (text, required) =>
        {
            var partner = NewPartner((required ?? string.Empty)[..int.Min(100, required?.Length ?? 0)]);
            var disclosure = PinText.DisclosureFor(partner);
            var kept = PinText.Check(disclosure, text);
            if (!kept.Succeeded)
            {
                return kept.Error.Field == "Text";
            }

            var comment = $"{disclosure} {kept.Value}";
            return comment.StartsWith(PinText.OwnDisclosure, StringComparison.Ordinal)
                && comment.Contains(partner.RequiredDisclosure, StringComparison.Ordinal)
                && comment.Length <= PinText.MaxLength
                && !kept.Value.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
        });

        Check.QuickThrowOnFailure(property);
    }

    [Theory]
    [InlineData("one\r\n\r\n\r\n\r\ntwo", "one\n\ntwo")]
    [InlineData("a\u0000b\u202Ec", "abc")]
    [InlineData("tab\there", "tab here")]
    [InlineData("half \uD83D", "half")]
    public void OddCharacters_Checked_AreTidied(string typed, string kept)
    {
        Assert.Equal(kept, PinText.Check(PinText.OwnDisclosure, typed).Value);
    }

    [Theory]
    [InlineData(0, "characters left beside the disclosure")]
    [InlineData(500, "characters too many")]
    public void Room_ForWords_IsNeverANegativeNumber(int length, string expected)
    {
        var room = PinText.Room(PinText.OwnDisclosure, new string('x', length));

        Assert.EndsWith(expected, room, StringComparison.Ordinal);
        Assert.DoesNotContain("-", room, StringComparison.Ordinal);
    }

    private static Partner NewPartner(string required) => new()
    {
        Name = "Shop", ShopDomain = "shop.example", AllowedHosts = "shop.example", TimeZone = "UTC", RequiredDisclosure = required,
    };
}
