using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.PostPinComment;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PinCommentTextTests
{
    private const string Amazon = PinText.OwnDisclosure + " As an Amazon Associate I earn from qualifying purchases.";

    private const string Link = "https://studio.example/go/abcdefgh";

    [Fact]
    public void Text_OfAShortProduct_SaysDisclosureProductAndLink() =>
        Assert.Equal("Ad · I earn a commission if you buy through this link. Camp mug: " + Link, PinCommentText.Compose(PinText.OwnDisclosure, "Camp mug", Link, 150, 0));

    [Fact]
    public void Text_WithAPartnersSentence_SaysThatOneInPlaceOfOurs() =>
        Assert.Equal("Ad · As an Amazon Associate I earn from qualifying purchases. Camp mug: " + Link, PinCommentText.Compose(Amazon, "Camp mug", Link, 150, 0));

    [Theory]
    [InlineData("A very long product name that goes on and on, with every colour and size that it comes in, and the year, the maker and the shop")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsschlüsselanhänger")]
    [InlineData("🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️")]
    [InlineData("Two\nlines")]
    [InlineData("")]
    public void Text_OfAnyProduct_FitsWithDisclosureAndLinkWhole(string product)
    {
        foreach (var disclosure in new[] { PinText.OwnDisclosure, Amazon })
        {
            for (var posting = 0; posting < 12; posting++)
            {
                var text = PinCommentText.Compose(disclosure, product, Link, 150, posting)!;

                Assert.InRange(text.Length, 1, 150);
                Assert.StartsWith(PinCommentText.Short(disclosure), text, StringComparison.Ordinal);
                Assert.Contains(Link, text, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', text);
                Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
            }
        }
    }

    [Fact]
    public void Text_WrittenAgain_SaysItInOtherWords() =>
        Assert.Distinct(Enumerable.Range(0, 8).Select(posting => PinCommentText.Compose(PinText.OwnDisclosure, "A lamp with a rather long name for such a small thing", Link, 150, posting)));

    [Fact]
    public void Text_WithALinkThatLeavesNoRoom_IsNone() => Assert.Null(PinCommentText.Compose(Amazon, "Mug", "https://studio.example/" + new string('x', 100), 150, 0));
}
