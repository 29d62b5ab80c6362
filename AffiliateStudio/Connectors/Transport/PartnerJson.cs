using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>JSON as partners really send it: unknown members, missing members, numbers as text and text as numbers are all read.</summary>
internal static class PartnerJson
{
    /// <summary>How wire types are read and written. Their names are explicit on each member; empty members are not written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LenientText(), new LenientDecimal(), new LenientInteger(), new LenientSwitch(), new LenientTexts() },
    };

    /// <summary>Reads a body. A body that is not JSON, or not of the expected shape, is a malformed answer; <c>null</c> is a value of its own for some partners.</summary>
    public static PartnerResult<T?> Read<T>(string partner, byte[] body)
        where T : class
    {
        if (Failures.LooksLikeMarkup(body))
        {
            return Failures.Malformed(partner, "a web page instead of data");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(WithoutMark(body), Options);
        }
        catch (JsonException exception)
        {
            return Failures.Malformed(partner, $"not readable as JSON at {exception.Path ?? "the start"}");
        }
    }

    /// <summary>Reads a body if it is of the shape, else null: for error bodies that may be anything.</summary>
    public static T? TryRead<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(WithoutMark(body), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] body) => body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsSpan(3) : body;
}
