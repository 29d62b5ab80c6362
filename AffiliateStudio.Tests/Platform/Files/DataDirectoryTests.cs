using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Hosting;

namespace AffiliateStudio.Tests.Platform.Files;

public sealed class DataDirectoryTests
{
    [Fact]
    public void Folder_ThatCannotBeMade_RefusesTheStartAndNamesTheSetting()
    {
        var file = Path.GetTempFileName();

        var refusal = Assert.Throws<StartRefusedException>(() => new DataDirectory(Path.Combine(file, "data")));

        File.Delete(file);
        Assert.Contains("Studio:DataDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_ThatCanBeUsed_IsLeftEmpty()
    {
        var folder = Directory.CreateTempSubdirectory("studio-data-").FullName;

        Assert.Equal(folder, new DataDirectory(folder).Root);

        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }
}
