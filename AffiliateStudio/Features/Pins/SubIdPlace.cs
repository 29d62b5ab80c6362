using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Pins;

/// <summary>Where in a pin's address the sub-id goes.</summary>
public static class SubIdPlace
{
    /// <summary>The address up to the sub-id, and what comes after it: the rest of the path where the address has a slot for it, else the fragment, mostly nothing.</summary>
    public static (string Before, string After) In(string targetUrl, string subIdParameter)
    {
        if (targetUrl.IndexOf(EarningLink.Slot, StringComparison.Ordinal) is >= 0 and var slotAt)
        {
            return (targetUrl[..slotAt], targetUrl[(slotAt + EarningLink.Slot.Length)..]);
        }

        var fragmentAt = targetUrl.IndexOf('#', StringComparison.Ordinal);
        var address = fragmentAt < 0 ? targetUrl : targetUrl[..fragmentAt];
        var fragment = fragmentAt < 0 ? string.Empty : targetUrl[fragmentAt..];
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?" : address[^1] is '?' or '&' ? string.Empty : "&";
        return ($"{address}{separator}{Uri.EscapeDataString(subIdParameter)}=", fragment);
    }
}
