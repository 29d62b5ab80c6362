using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Features.Earnings;

public sealed class StateSentenceTests
{
    [Theory]
    [InlineData(ConversionState.Pending, "", "Pending: Expedia approves it after the guests have left")]
    [InlineData(ConversionState.Approved, "", "The stay is over; Expedia has approved it and will pay")]
    [InlineData(ConversionState.Payable, "", "The stay is over; Expedia has cleared it for payment")]
    [InlineData(ConversionState.Reversed, "", "Cancelled or changed; Expedia pays for completed stays only")]
    [InlineData(ConversionState.Reversed, "Booking cancelled", "Booking cancelled; Expedia pays for completed stays only")]
    [InlineData(ConversionState.Other, "", "Expedia calls it “mixed”; it counts as pending")]
    public void Stay_InEachState_SaysWhatComesNext(ConversionState state, string reason, string sentence) =>
        Assert.Equal(sentence, StateSentence.Of(new Conversion { ExternalKey = "1", StateRaw = "mixed", Fingerprint = string.Empty, State = state, Reason = reason, Quantity = 1 }, "Expedia", isTravel: true));

    [Fact]
    public void Goods_KeepTheirSentences() =>
        Assert.Equal("Walmart has locked it and will pay", StateSentence.Of(new Conversion { ExternalKey = "1", StateRaw = "APPROVED", Fingerprint = string.Empty, State = ConversionState.Approved, Quantity = 1 }, "Walmart", isTravel: false));
}
