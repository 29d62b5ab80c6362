using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.TikTok.Wire;

/// <summary>What surrounds every answer of the API for businesses. Failures come with status 200 and say so in the code.</summary>
internal sealed record BusinessAnswer<T>
    where T : class
{
    [JsonPropertyName("code")]
    public long? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("data")]
    public T? Data { get; init; }
}

internal sealed record CommentsData
{
    [JsonPropertyName("comments")]
    public IReadOnlyList<CommentWire?>? Comments { get; init; }

    [JsonPropertyName("cursor")]
    public long? Cursor { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }
}

internal sealed record CommentWire
{
    [JsonPropertyName("comment_id")]
    public string? CommentId { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    // Unix seconds, sent as text.
    [JsonPropertyName("create_time")]
    public long? CreateTime { get; init; }

    [JsonPropertyName("owner")]
    public bool? Owner { get; init; }

    [JsonPropertyName("pinned")]
    public bool? Pinned { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("display_name")]
    public string? DisplayName { get; init; }
}

/// <summary>An act on a video's comments; which members are there depends on the act.</summary>
internal sealed record CommentRequest
{
    [JsonPropertyName("business_id")]
    public required string BusinessId { get; init; }

    // Required by some acts although their pages do not say so: always sent.
    [JsonPropertyName("video_id")]
    public required string VideoId { get; init; }

    [JsonPropertyName("comment_id")]
    public string? CommentId { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("action")]
    public string? Action { get; init; }
}
