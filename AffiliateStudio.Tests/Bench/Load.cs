using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Bench;

/// <summary>64 connections asking for one address as fast as they are answered.</summary>
internal sealed partial class Load
{
    private const int Connections = 64;
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0";

    /// <summary>What made the load.</summary>
    public static string Tool { get; } = File.Exists("/usr/bin/wrk") ? "wrk" : "own client";

    /// <summary>Runs for some seconds.</summary>
    public static Task<LoadResult> RunAsync(Uri address, int seconds) => Tool == "wrk" ? WithWrkAsync(address, seconds) : WithClientAsync(address, seconds);

    private static async Task<LoadResult> WithWrkAsync(Uri address, int seconds)
    {
        var info = new ProcessStartInfo("/usr/bin/wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-H", "User-Agent: " + Browser, "-H", "Sec-GPC: 1", address.ToString() })
        {
            info.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(info)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return new LoadResult(
            double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
            Tail().Match(output) is { Success: true } tail ? tail.Groups[1].Value : "?",
            Bad().Match(output) is { Success: true } bad ? long.Parse(bad.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    private static async Task<LoadResult> WithClientAsync(Uri address, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Browser);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Sec-GPC", "1");
            var own = new List<TimeSpan>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(address);
                own.Add(Stopwatch.GetElapsedTime(start));
            }

            return own;
        })));
        var all = times.SelectMany(time => time).Order().ToList();
        return new LoadResult((double)all.Count / seconds, all[(int)(all.Count * 0.99)].TotalMilliseconds.ToString("0.0ms", CultureInfo.InvariantCulture), 0);
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(\S+)")]
    private static partial Regex Tail();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Bad();
}

/// <summary>What a load found.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="Slowest">The time that 99 of 100 requests stayed under, with its unit.</param>
/// <param name="Refused">Answers that were neither success nor redirect.</param>
internal sealed record LoadResult(double PerSecond, string Slowest, long Refused);
