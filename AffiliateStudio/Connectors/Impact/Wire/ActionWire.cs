using System.Text.Json;
using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

// Paging members and numbers are all strings.
internal sealed record ActionsAnswer
{
    [JsonPropertyName("@numpages")]
    public long? NumPages { get; init; }

    [JsonPropertyName("@total")]
    public long? Total { get; init; }

    [JsonPropertyName("@nextpageuri")]
    public string? NextPageUri { get; init; }

    [JsonPropertyName("Actions")]
    public IReadOnlyList<ImpactAction>? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    // Members, but neither a list nor anything about pages: an error, or another resource. An answer without any member is one without any action.
    [JsonIgnore]
    public bool IsForeign => Actions is null && NumPages is null && Total is null && NextPageUri is null && Others is { Count: > 0 } && !Others.Keys.Any(name => name.StartsWith('@'));
}

internal sealed record ImpactAction
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("ActionTrackerName")]
    public string? ActionTrackerName { get; init; }

    [JsonPropertyName("State")]
    public string? State { get; init; }

    // Amounts stay text until they are checked, so that one that cannot be read can be shown as it came.
    [JsonPropertyName("Payout")]
    public string? Payout { get; init; }

    [JsonPropertyName("Amount")]
    public string? Amount { get; init; }

    [JsonPropertyName("Currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("EventDate")]
    public string? EventDate { get; init; }

    [JsonPropertyName("CreationDate")]
    public string? CreationDate { get; init; }

    [JsonPropertyName("LockingDate")]
    public string? LockingDate { get; init; }

    [JsonPropertyName("ClearedDate")]
    public string? ClearedDate { get; init; }

    [JsonPropertyName("Oid")]
    public string? Oid { get; init; }

    [JsonPropertyName("SharedId")]
    public string? SharedId { get; init; }

    [JsonPropertyName("SubId1")]
    public string? SubId1 { get; init; }
}

internal sealed record ErrorAnswer
{
    [JsonPropertyName("Message")]
    public string? Message { get; init; }

    [JsonPropertyName("Errors")]
    public IReadOnlyList<FieldError>? Errors { get; init; }

    // Other endpoints write the same in lower case.
    [JsonPropertyName("message")]
    public string? LowerMessage { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }
}

internal sealed record FieldError
{
    [JsonPropertyName("Field")]
    public string? Field { get; init; }

    [JsonPropertyName("Message")]
    public string? Message { get; init; }
}
