namespace AffiliateStudio.Connectors.Walmart;

/// <summary>The four headers that prove who asks.</summary>
/// <param name="ConsumerId">WM_CONSUMER.ID.</param>
/// <param name="Timestamp">WM_CONSUMER.INTIMESTAMP, Unix time in milliseconds.</param>
/// <param name="KeyVersion">WM_SEC.KEY_VERSION.</param>
/// <param name="Signature">WM_SEC.AUTH_SIGNATURE, base64.</param>
internal sealed record WalmartSignature(string ConsumerId, string Timestamp, string KeyVersion, string Signature)
{
    /// <summary>Puts the headers on a request.</summary>
    public void ApplyTo(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("WM_CONSUMER.ID", ConsumerId);
        request.Headers.TryAddWithoutValidation("WM_CONSUMER.INTIMESTAMP", Timestamp);
        request.Headers.TryAddWithoutValidation("WM_SEC.KEY_VERSION", KeyVersion);
        request.Headers.TryAddWithoutValidation("WM_SEC.AUTH_SIGNATURE", Signature);
    }
}
