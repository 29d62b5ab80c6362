using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Tests.Support;

/// <summary>
/// The built product as a process of its own on a free loopback port, for tests that have to kill it. It runs in the Production environment without the sandbox, so that
/// nothing but the product itself starts.
/// </summary>
public sealed partial class StudioProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StudioProcess(Process process)
    {
        _process = process;
    }

    /// <summary>Everything that it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it on a data directory; does not wait.</summary>
    public static StudioProcess Start(string dataDirectory, params (string Key, string Value)[] settings)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AffiliateStudio.dll"));
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["Urls"] = "http://127.0.0.1:0";
        info.Environment["Studio__DataDirectory"] = dataDirectory;
        foreach (var (key, value) in settings)
        {
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var studio = new StudioProcess(new Process { StartInfo = info, EnableRaisingEvents = true });
        studio._process.OutputDataReceived += (_, line) => studio.Read(line.Data);
        studio._process.ErrorDataReceived += (_, line) => studio.Read(line.Data);
        studio._process.Exited += (_, _) => studio._listening.TrySetException(new InvalidOperationException("The product ended before it listened:\n" + studio.Output));
        studio._process.Start();
        studio._process.BeginOutputReadLine();
        studio._process.BeginErrorReadLine();
        return studio;
    }

    /// <summary>Waits until it listens and gives its address.</summary>
    public Task<Uri> ListeningAsync(CancellationToken cancellationToken) => _listening.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);

    /// <summary>Ends it as a power cut would: no handler runs.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public Task ExitedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex ListeningLine();
}
