using AffiliateStudio.Platform.Hosting;

namespace AffiliateStudio.Platform.Files;

/// <summary>The folder that holds everything the product keeps on disk: databases, uploads, outbox, locks.</summary>
public sealed class DataDirectory
{
    /// <summary>Opens the folder, making it when it is missing, and refuses the start when nothing can be written there.</summary>
    /// <param name="root">An absolute path.</param>
    public DataDirectory(string root)
    {
        try
        {
            Root = Directory.CreateDirectory(root).FullName;
            using var trial = System.IO.File.Create(Path.Combine(Root, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data directory {root} cannot be used ({exception.Message.TrimEnd('.')}). Let Studio:DataDirectory name a folder that the account of this process may write to.", exception);
        }
    }

    /// <summary>The absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>The absolute path of a file in the folder; its parent folder is made when it is missing.</summary>
    public string File(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The absolute path of a folder in the folder, made when it is missing.</summary>
    public string Folder(params string[] parts) => Directory.CreateDirectory(Path.Combine([Root, .. parts])).FullName;
}
