using AffiliateStudio.Ui;

namespace AffiliateStudio.Tests.Ui;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("no answer: No answer within our deadline.", "No answer: No answer within our deadline.")]
    [InlineData("invalid_client: Enter the keys anew.", "invalid_client: Enter the keys anew.")]
    [InlineData("403 AssociateNotEligible: Not yet.", "403 AssociateNotEligible: Not yet.")]
    [InlineData("", "")]
    public void Text_FromElsewhere_BeginsLikeASentence(string text, string expected) => Assert.Equal(expected, Sentence.Of(text));
}
