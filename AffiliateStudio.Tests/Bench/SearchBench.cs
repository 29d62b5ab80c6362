using System.Diagnostics;
using System.Globalization;
using AffiliateStudio.Connectors;
using AffiliateStudio.Data;
using AffiliateStudio.Demo;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Platform;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Shell;
using AffiliateStudio.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AffiliateStudio.Bench;

/// <summary>
/// How long a search takes that asks all five partners, over their protocols and real HTTP, to its first offers and to the last partner's; then the same while one of
/// them takes two seconds. Words are never used twice, so that no answer comes from memory. Product and sandbox share this process and its two cores.
/// </summary>
internal static class SearchBench
{
    // Words that look like travel, so that Expedia is asked beside the four shops.
    private static readonly string[] Cities = ["Porto", "Lisbon", "Seville", "Granada", "Vienna", "Prague", "Berlin", "Munich", "Naples", "Florence", "Athens", "Oslo", "Dublin", "Madrid", "Kyoto", "Osaka"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("studio-bench-").FullName;
        try
        {
            await using var app = Compose(folder);
            await app.StartAsync();
            await WarmUpAsync(app.Services);
            Console.WriteLine($"{string.Empty,-28}{"first offers",16}{"all partners",16}{"partners",10}");
            Row("all partners well", await MeasureAsync(app.Services, "hotel in"));
            var faults = app.Services.GetRequiredService<SandboxFaults>();
            (faults.SlowBy, faults[SandboxApi.Walmart]) = (TimeSpan.FromSeconds(2), SandboxFault.Slow);
            Row("one takes two seconds", await MeasureAsync(app.Services, "stay in"));
            await app.StopAsync();
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WebApplication Compose(string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0", ["Studio:DataDirectory"] = folder, ["Sandbox:Enabled"] = "true", ["Demo:History"] = "false", ["Sandbox:RequestsPerSecond"] = "10000",
        });
        builder.AddPlatform();
        builder.AddData();
        builder.AddUi();
        builder.AddAccounts();
        builder.AddPartners();
        builder.AddCatalog();
        builder.AddVideos();
        builder.AddPins();
        builder.AddClicks();
        builder.AddEarnings();
        builder.AddConnectors();
        builder.AddSandbox();
        builder.AddDemo();
        builder.AddShell();
        var app = builder.Build();
        app.MapSandbox();
        return app;
    }

    // Tokens, catalogs and code that is compiled on first use are not what is measured.
    private static async Task WarmUpAsync(IServiceProvider services)
    {
        foreach (var words in new[] { "hotel in Rome", "hotel in Milan", "hotel in Bilbao" })
        {
            await TimeAsync(services, words);
        }
    }

    private static async Task<IReadOnlyList<Times>> MeasureAsync(IServiceProvider services, string what)
    {
        var times = new List<Times>();
        foreach (var city in Cities)
        {
            times.Add(await TimeAsync(services, $"{what} {city}"));
        }

        return times;
    }

    private static async Task<Times> TimeAsync(IServiceProvider services, string words)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? first = null;
        var answered = 0;
        await foreach (var happened in services.GetRequiredService<SearchOffers>().RunAsync(new SearchQuery { Words = words }, CancellationToken.None))
        {
            if (happened is OffersFound { Source: not null } found)
            {
                answered++;
                first ??= found.Offers.Count > 0 ? watch.Elapsed : null;
            }
        }

        return new Times(first ?? watch.Elapsed, watch.Elapsed, answered);
    }

    private static void Row(string name, IReadOnlyList<Times> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28}{Middle(times.Select(time => time.First)),13:N0} ms{Middle(times.Select(time => time.All)),13:N0} ms{times.Min(time => time.Partners),10}"));

    private static double Middle(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2].TotalMilliseconds;
    }

    private sealed record Times(TimeSpan First, TimeSpan All, int Partners);
}
