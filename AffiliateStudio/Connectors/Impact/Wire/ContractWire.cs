using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

internal sealed record Contract
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("EventPayouts")]
    public IReadOnlyList<EventPayout>? EventPayouts { get; init; }
}

internal sealed record EventPayout
{
    [JsonPropertyName("EventCategory")]
    public string? EventCategory { get; init; }

    [JsonPropertyName("DefaultPayoutRate")]
    public decimal? DefaultPayoutRate { get; init; }

    [JsonPropertyName("PayoutGroups")]
    public IReadOnlyList<PayoutGroup>? PayoutGroups { get; init; }

    [JsonPropertyName("Locking")]
    public Locking? Locking { get; init; }

    [JsonPropertyName("ValidReferrals")]
    public IReadOnlyList<ValidReferral>? ValidReferrals { get; init; }
}

// The members of a group are not documented; these two names are the likely ones, and without them the general rate holds.
internal sealed record PayoutGroup
{
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    [JsonPropertyName("PayoutRate")]
    public decimal? PayoutRate { get; init; }
}

internal sealed record Locking
{
    [JsonPropertyName("Period")]
    public string? Period { get; init; }

    [JsonPropertyName("MonthOffset")]
    public long? MonthOffset { get; init; }

    [JsonPropertyName("DayOffset")]
    public long? DayOffset { get; init; }
}

internal sealed record ValidReferral
{
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    [JsonPropertyName("Window")]
    public long? Window { get; init; }

    [JsonPropertyName("WindowUnit")]
    public string? WindowUnit { get; init; }
}
