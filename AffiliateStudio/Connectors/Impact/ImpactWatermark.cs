using System.Text.Json;
using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>How far actions have been read.</summary>
internal sealed record ImpactWatermark
{
    /// <summary>The moment up to which actions were read by date of the order and by date of change, UTC.</summary>
    [JsonPropertyName("readUntil")]
    public DateTime? ReadUntil { get; init; }

    /// <summary>The day, UTC, on which locking dates of long ago were read for the last time.</summary>
    [JsonPropertyName("longReachOn")]
    public DateOnly? LongReachOn { get; init; }

    /// <summary>Reads what the last run left; anything unreadable is a first run.</summary>
    public static ImpactWatermark Parse(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<ImpactWatermark>(text ?? "{}") ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <inheritdoc />
    public override string ToString() => JsonSerializer.Serialize(this);
}
