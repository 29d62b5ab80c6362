using System.Globalization;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Hosting;

namespace AffiliateStudio.Data.Starting;

/// <summary>
/// One process per data directory while its databases are files. The lock is the operating system's, on an open file, so it goes with the process however that ends;
/// the file itself means nothing. Who has it is written beside it, because a locked file cannot be read.
/// </summary>
internal sealed class DataDirectoryLock(DataDirectory directory) : IDisposable
{
    private FileStream? _lock;

    private string OwnerFile => directory.File("studio.pid");

    /// <summary>Takes the lock, or refuses the start when another process has it.</summary>
    public void Take()
    {
        var path = directory.File("studio.lock");
        try
        {
            _lock ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new StartRefusedException(
                $"Another process ({Owner()}) is using the data directory {directory.Root}. End it, or choose another directory with Studio:DataDirectory.", exception);
        }

        File.WriteAllText(OwnerFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public void Dispose() => _lock?.Dispose();

    private string Owner() => File.Exists(OwnerFile) ? "process " + File.ReadAllText(OwnerFile) : "its number is not known";
}
