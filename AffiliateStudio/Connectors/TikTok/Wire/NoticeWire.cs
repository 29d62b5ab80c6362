using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.TikTok.Wire;

internal sealed record NoticeWire
{
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    [JsonPropertyName("create_time")]
    public long? CreateTime { get; init; }

    [JsonPropertyName("user_openid")]
    public string? UserOpenId { get; init; }

    // JSON inside a string: read a second time.
    [JsonPropertyName("content")]
    public string? Content { get; init; }
}

internal sealed record NoticeContent
{
    [JsonPropertyName("comment_id")]
    public string? CommentId { get; init; }

    [JsonPropertyName("video_id")]
    public string? VideoId { get; init; }

    [JsonPropertyName("comment_action")]
    public string? CommentAction { get; init; }
}
