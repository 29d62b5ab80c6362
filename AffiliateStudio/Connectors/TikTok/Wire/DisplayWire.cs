using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.TikTok.Wire;

/// <summary>What surrounds every answer of the Display API. The code <c>ok</c> is success, whatever the status.</summary>
internal sealed record DisplayAnswer<T>
    where T : class
{
    [JsonPropertyName("data")]
    public T? Data { get; init; }

    [JsonPropertyName("error")]
    public DisplayError? Error { get; init; }
}

internal sealed record DisplayError
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed record UserData
{
    [JsonPropertyName("user")]
    public UserWire? User { get; init; }
}

internal sealed record UserWire
{
    [JsonPropertyName("open_id")]
    public string? OpenId { get; init; }

    [JsonPropertyName("display_name")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("username")]
    public string? Username { get; init; }
}

internal sealed record VideosData
{
    [JsonPropertyName("videos")]
    public IReadOnlyList<VideoWire?>? Videos { get; init; }

    [JsonPropertyName("cursor")]
    public long? Cursor { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }
}

internal sealed record VideoWire
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("video_description")]
    public string? Description { get; init; }

    [JsonPropertyName("create_time")]
    public long? CreateTime { get; init; }

    [JsonPropertyName("cover_image_url")]
    public string? CoverImageUrl { get; init; }

    [JsonPropertyName("share_url")]
    public string? ShareUrl { get; init; }

    [JsonPropertyName("view_count")]
    public long? ViewCount { get; init; }

    [JsonPropertyName("like_count")]
    public long? LikeCount { get; init; }

    [JsonPropertyName("comment_count")]
    public long? CommentCount { get; init; }

    [JsonPropertyName("share_count")]
    public long? ShareCount { get; init; }
}

internal sealed record VideoListRequest
{
    [JsonPropertyName("cursor")]
    public long? Cursor { get; init; }

    [JsonPropertyName("max_count")]
    public required int MaxCount { get; init; }
}

internal sealed record VideoQueryRequest
{
    [JsonPropertyName("filters")]
    public required VideoFilters Filters { get; init; }
}

internal sealed record VideoFilters
{
    [JsonPropertyName("video_ids")]
    public required IReadOnlyCollection<string> VideoIds { get; init; }
}
