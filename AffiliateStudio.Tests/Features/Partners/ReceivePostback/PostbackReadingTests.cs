using System.Diagnostics;
using System.Text;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.ReceivePostback;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

public sealed class PostbackReadingTests
{
    [Theory]
    [InlineData("?action_id=2092.1111.555001", "", true)]
    [InlineData("?ActionId=555001", "", true)]
    [InlineData("", "\uFEFF {\"ACTION_ID\":\"1\"}", true)]
    [InlineData("", "{\"a\":1,\"b\":{\"action_id\":\"1\"},}", true)]
    [InlineData("", "[{},{\"action_id\":1}]", true)]
    [InlineData("", "a=b&action_id=1", true)]
    [InlineData("?conversion_id=1", "", false)]
    [InlineData("?action_id={ActionId}", "", false)]
    [InlineData("?action_id=a b", "", false)]
    [InlineData("", "{\"action_id\":1", false)]
    [InlineData("", "", false)]
    public void Impact_NamesAnOrderByItsActionId(string query, string body, bool expected) =>
        Assert.Equal(expected, PostbackReading.NamesAnOrder(PostbackStyle.Impact, query, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("?conversion_id=111111l9", "", true)]
    [InlineData("?publisher_reference=abcdefgh-xyz", "", true)]
    [InlineData("", "{\"conversion\":{\"conversionId\":\"111111l9\"}}", true)]
    [InlineData("", "{\"action_id\":\"1\"}", false)]
    [InlineData("?conversion_id=", "", false)]
    public void Partnerize_NamesAnOrderByItsConversionIdOrOurReference(string query, string body, bool expected) =>
        Assert.Equal(expected, PostbackReading.NamesAnOrder(PostbackStyle.Partnerize, query, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(PostbackStyle.Impact, 1)]
    [InlineData(PostbackStyle.Partnerize, 2)]
    public void Noise_IsReadWithoutThrowing(PostbackStyle style, int seed)
    {
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var read = 0;
        for (; read < 60_000 && watch.Elapsed < TimeSpan.FromSeconds(3); read++)
        {
            var noise = FuzzedPostbacks.Bytes(random, style == PostbackStyle.Impact ? "action_id" : "conversion_id");
            PostbackReading.NamesAnOrder(style, Encoding.Latin1.GetString(noise), noise);
        }

        Assert.True(read >= 1_000, $"Only {read} were read.");
    }
}
