using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Data.Providers;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Money;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Bench;

/// <summary>The product's two busiest doors beside a server that does nothing, in the same run on the same machine.</summary>
internal static class RedirectBench
{
    public static async Task<int> RunAsync(string what, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("studio-bench-").FullName;
        var data = Path.Combine(folder, "data");
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Urls"] = "http://127.0.0.1:0",
            ["Studio__DataDirectory"] = data,
        };
        try
        {
            var product = await PublishedProduct.MakeAsync(Path.Combine(folder, "published"));

            // The first start makes the database; the pin is put in while nothing runs.
            await (await BenchServer.StartAsync(product, settings)).DisposeAsync();
            var pin = await AddPinAsync(Path.Combine(data, "studio.db"));
            var path = what == "clicks" ? $"/go/{pin.LinkCode.Value}" : $"/watch/{pin.VideoId.Value}";
            var (bare, _) = await MeasureAsync(Path.Combine(AppContext.BaseDirectory, "AffiliateStudio.Bench.dll"), new Dictionary<string, string>(), path, seconds, "bare", "http://127.0.0.1:0");
            var (result, memory) = await MeasureAsync(product, settings, path, seconds);
            Print(what == "clicks" ? "/go/{code}" : "/watch/{id}", bare, result, memory, seconds);
            if (what == "clicks")
            {
                var stored = await StoredAsync(data);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored:N0} clicks are stored."));
            }

            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(LoadResult Result, long Memory)> MeasureAsync(
        string assembly, IReadOnlyDictionary<string, string> settings, string path, int seconds, params string[] arguments)
    {
        await using var server = await BenchServer.StartAsync(assembly, settings, arguments);
        var address = new Uri(server.Address, path);
        await Load.RunAsync(address, 3);
        var result = await Load.RunAsync(address, seconds);
        return (result, server.ResidentMegabytes);
    }

    private static void Print(string name, LoadResult bare, LoadResult product, long memory, int seconds)
    {
        Console.WriteLine($"{Load.Tool}, 64 connections, {seconds} s, after 3 s of warming up");
        Console.WriteLine();
        Console.WriteLine($"{string.Empty,-24}{"requests/s",12}{"p99",12}{"refused",10}");
        Row("bare Kestrel", bare);
        Row(name, product);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{product.PerSecond / bare.PerSecond:P0} of the baseline; the process holds {memory:N0} MB afterwards."));
    }

    private static void Row(string name, LoadResult result) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{result.PerSecond,12:N0}{result.Slowest,12}{result.Refused,10:N0}"));

    private static async Task<long> StoredAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "clicks.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sum(clicks) FROM click_hours";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<Pin> AddPinAsync(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteStudioDb>();
        options.UseStudioSqlite(file, pooling: false);
        await using StudioDb db = new SqliteStudioDb(options.Options);
        var now = new DateTime(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);
        var user = new StudioUser { Id = Guid.CreateVersion7(), UserName = "bench", NormalizedUserName = "BENCH", DisplayName = "Bench", CreatedAt = now };
        var creator = new Creator { Id = new CreatorId(Guid.CreateVersion7()), UserId = user.Id, Handle = "bench", DisplayName = "Bench", CreatedAt = now };
        var video = new Video { Id = new VideoId(Guid.CreateVersion7()), CreatorId = creator.Id, Caption = "Bench", MediaType = "video/mp4", FileName = "bench.mp4", CreatedAt = now };
        var offer = new Offer
        {
            Id = new OfferId(Guid.CreateVersion7()), Partner = new PartnerKey("amazon"), ExternalId = "B0CX23V2ZK", Title = "Desk lamp", Merchant = "Amazon", Currency = Currency.Usd,
            ProductUrl = "https://www.amazon.com/dp/B0CX23V2ZK", CreatedAt = now,
        };
        var pin = new Pin
        {
            Id = new PinId(Guid.CreateVersion7()), CreatorId = creator.Id, VideoId = video.Id, OfferId = offer.Id, Partner = offer.Partner, LinkCode = LinkCode.Random(), Text = "My lamp",
            Disclosure = "Ad", TargetUrl = "https://www.amazon.com/dp/B0CX23V2ZK?tag=demo-20", SubIdParameter = "ascsubtag", PublishedAt = now, UpdatedAt = now,
        };
        db.AddRange(user, creator, video, offer, pin);
        await db.SaveChangesAsync();
        return pin;
    }
}
