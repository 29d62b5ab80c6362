using System.Text;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

/// <summary>Bodies made by chance: noise, and good ones with something broken.</summary>
internal static class FuzzedPostbacks
{
    private static readonly string[] Seeds =
    [
        """{"campaign_id":"{CampaignId}","NAME":"555001","items":[{"sku":"1","amt":"2"}]}""",
        "campaign_id=9383&NAME=2092.1111.555001&payout=1.25",
        """{"conversions":[{"conversion_data":{"NAME":[],"conversion_value":{"value":1e309}}}]}""",
        "\uFEFF{\"a\":\"\\u0000\\ud83d\"}",
        "<xml><NAME>1</NAME></xml>",
    ];

    /// <summary>The next body.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="idName">What the order's id is called in the good ones.</param>
    public static byte[] Bytes(Random random, string idName)
    {
        if (random.Next(4) == 0)
        {
            var noise = new byte[random.Next(600)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)].Replace("NAME", idName, StringComparison.Ordinal)).ToList();
        for (var change = random.Next(1, 12); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}[]\",:\\=&%\0"[random.Next(12)]); break;
                default: bytes.InsertRange(at, bytes.GetRange(at, random.Next(bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }
}
