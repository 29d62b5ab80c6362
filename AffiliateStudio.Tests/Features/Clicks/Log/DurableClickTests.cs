using System.Collections.Concurrent;
using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Data.Providers;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Clicks.Log;

/// <summary>The promise that a viewer never gets a redirect whose click is not on disk, with the product killed in the middle of traffic.</summary>
public sealed class DurableClickTests : IDisposable
{
    private const int Viewers = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-durable-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Redirects_AnsweredBeforeAKill_AllHaveTheirClick()
    {
        // The first start makes the database; the pin is added while nothing runs.
        await using (var first = StudioProcess.Start(_folder))
        {
            await first.ListeningAsync(Token);
        }

        var options = new DbContextOptionsBuilder<SqliteStudioDb>();
        options.UseStudioSqlite(Path.Combine(_folder, "studio.db"), pooling: false);
        string path;
        await using (StudioDb db = new SqliteStudioDb(options.Options))
        {
            path = "/go/" + (await ClickScene.AddPinAsync(db, Token)).LinkCode.Value;
        }

        var acknowledged = new ConcurrentBag<Guid>();
        for (var round = 0; round < 3; round++)
        {
            await using var victim = StudioProcess.Start(_folder);
            var address = await victim.ListeningAsync(Token);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var before = acknowledged.Count;
            var viewers = Enumerable.Range(0, Viewers).Select(_ => TapUntilTheEndAsync(new Uri(address, path), acknowledged, before + 400 + (round * 100), enough)).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
            await victim.KillAsync();
            await Task.WhenAll(viewers);
        }

        var kept = await KeptAsync();
        Assert.True(acknowledged.Count >= 1_500);
        Assert.DoesNotContain(acknowledged, click => !kept.Contains(click));
    }

    private static async Task TapUntilTheEndAsync(Uri link, ConcurrentBag<Guid> acknowledged, int enoughAt, TaskCompletionSource enough)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0");
        try
        {
            while (true)
            {
                using var response = await client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, Token);
                Assert.Equal(HttpStatusCode.Found, response.StatusCode);
                Assert.True(SubId.TryParse(response.Headers.Location!.ToString().Split("ascsubtag=")[1], out var subId));
                acknowledged.Add(subId.ClickId);
                if (acknowledged.Count >= enoughAt)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException)
        {
            // The product was killed.
        }
    }

    private async Task<HashSet<Guid>> KeptAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "clicks.db")};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync(Token));
        command.CommandText = "SELECT id FROM clicks";
        var kept = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            kept.Add(new Guid((byte[])reader[0], bigEndian: true));
        }

        return kept;
    }
}
