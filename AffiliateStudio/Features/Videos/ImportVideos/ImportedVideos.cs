namespace AffiliateStudio.Features.Videos.ImportVideos;

/// <summary>What an import brought.</summary>
/// <param name="Read">How many videos the platform listed.</param>
/// <param name="Added">How many of them are new here.</param>
public sealed record ImportedVideos(int Read, int Added);
