using System.Text.Json;
using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>How far transactions have been read.</summary>
internal sealed record RakutenWatermark
{
    /// <summary>The process date up to which everything came, UTC.</summary>
    [JsonPropertyName("readUntil")]
    public DateTime? ReadUntil { get; init; }

    /// <summary>The day, UTC, on which all thirty days were read for the last time.</summary>
    [JsonPropertyName("longReachOn")]
    public DateOnly? LongReachOn { get; init; }

    /// <summary>Reads what the last run left; anything unreadable is a first run.</summary>
    public static RakutenWatermark Parse(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<RakutenWatermark>(text ?? "{}") ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <inheritdoc />
    public override string ToString() => JsonSerializer.Serialize(this);
}
