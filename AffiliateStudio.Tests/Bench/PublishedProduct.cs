using System.Diagnostics;

namespace AffiliateStudio.Bench;

/// <summary>The product as it is put on a server, made from these sources.</summary>
internal static class PublishedProduct
{
    /// <summary>Publishes into a folder and gives the path of the assembly to start.</summary>
    public static async Task<string> MakeAsync(string folder)
    {
        Console.WriteLine("Publishing the product…");
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "publish", Path.Combine(SourceRoot(), "AffiliateStudio"), "-c", "Release", "-o", folder, "-v", "quiet" })
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(folder, "AffiliateStudio.dll") : throw new InvalidOperationException("The product could not be published: " + said);
    }

    private static string SourceRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AffiliateStudio.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("AffiliateStudio.sln is in no folder above this program.");
    }
}
