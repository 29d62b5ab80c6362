namespace AffiliateStudio.Features.Videos;

/// <summary>A file that has arrived whole but is not kept yet. Disposing it without keeping it removes it.</summary>
internal sealed class IncomingFile(string path, string finalPath, string mediaType, long sizeBytes) : IDisposable
{
    private bool _isKept;

    /// <summary>The name it will have.</summary>
    public string FileName { get; } = Path.GetFileName(finalPath);

    /// <summary>What it is, found in its content.</summary>
    public string MediaType { get; } = mediaType;

    /// <summary>How large it is, in bytes.</summary>
    public long SizeBytes { get; } = sizeBytes;

    /// <summary>Gives it its name, in one step: others see all of it or nothing.</summary>
    public void Place() => File.Move(path, finalPath);

    /// <summary>Says that the file belongs to somebody now and stays.</summary>
    public void Keep() => _isKept = true;

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_isKept)
        {
            File.Delete(path);
            File.Delete(finalPath);
        }
    }
}
