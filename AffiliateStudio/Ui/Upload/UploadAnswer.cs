using System.Text.Json.Serialization;

namespace AffiliateStudio.Ui.Upload;

/// <summary>What the server said about an upload.</summary>
/// <param name="Url">Where the result is, when it was taken.</param>
/// <param name="Message">What is wrong and what to do, when it was not.</param>
public sealed record UploadAnswer([property: JsonPropertyName("url")] string? Url, [property: JsonPropertyName("message")] string? Message);
