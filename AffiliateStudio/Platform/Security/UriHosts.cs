namespace AffiliateStudio.Platform.Security;

/// <summary>Hosts of addresses that came from outside.</summary>
public static class UriHosts
{
    /// <summary>
    /// The host as browsers look it up (IDN), or null for one that no browser would: <see cref="Uri"/> accepts some characters, such as a full-width slash, that its own
    /// <see cref="Uri.IdnHost"/> then throws at.
    /// </summary>
    public static string? FindIdnHost(this Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
