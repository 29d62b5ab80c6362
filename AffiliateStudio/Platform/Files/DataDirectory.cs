namespace AffiliateStudio.Platform.Files;

/// <summary>The folder that holds everything the product keeps on disk: databases, uploads, outbox, locks.</summary>
public sealed class DataDirectory
{
    /// <summary>Opens the folder, making it when it is missing.</summary>
    /// <param name="root">An absolute path.</param>
    public DataDirectory(string root)
    {
        Root = Directory.CreateDirectory(root).FullName;
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
