namespace AffiliateStudio.Connectors.Transport;

/// <summary>How long a partner asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// <c>Retry-After</c> in seconds or as an HTTP date, else Partnerize's <c>X-RateLimit-Retry-After</c>, else <c>X-RateLimit-Reset</c> of impact.com and Partnerize
    /// (seconds until the reset) when nothing remains; null when the answer names no wait.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is { } asked)
        {
            var wait = asked.Delta ?? (asked.Date is { } date ? date - now : TimeSpan.Zero);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return (int)response.StatusCode == 429 && (Number(response, "X-RateLimit-Retry-After") ?? Number(response, "X-RateLimit-Reset")) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>A header that holds a whole number, or null.</summary>
    public static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && int.TryParse(values.FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
}
