using System.Net;
using System.Net.Http.Headers;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>What a partner answered, read to the end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
/// <param name="Headers">The response headers.</param>
internal sealed record PartnerAnswer(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers)
{
    /// <summary>How long the partner asks to wait, when it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the status says that it went well.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
