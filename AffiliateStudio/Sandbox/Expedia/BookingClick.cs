using System.Text;
using AffiliateStudio.Sandbox.Shops;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>
/// Partnerize's click: its id is all that comes along to the shop's page, and camref and pubref stay with the network. Here the id holds them itself, so that no click has to be
/// kept; to everybody else it is a word without meaning.
/// </summary>
internal static class BookingClick
{
    private const string Prefix = "1101l";
    private const int LongestSubId = 256;

    /// <summary>The id of a click.</summary>
    public static string Ref(string camref, string pubref) => Prefix + WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{camref}|{pubref}|{ShopClick.NewId()}"));

    /// <summary>What the click was, for the order form; a made-up id is no click at all.</summary>
    public static ShopClick Read(string clickRef, TimeProvider clock)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        try
        {
            return clickRef.StartsWith(Prefix, StringComparison.Ordinal) && clickRef.Length < 1_000
                && Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(clickRef[Prefix.Length..])).Split('|') is [var camref, var pubref, _]
                    ? new ShopClick { Tag = camref, SubId = pubref.Length <= LongestSubId ? pubref : pubref[..LongestSubId], ClickId = clickRef, At = at }
                    : new ShopClick { At = at };
        }
        catch (FormatException)
        {
            return new ShopClick { At = at };
        }
    }
}
