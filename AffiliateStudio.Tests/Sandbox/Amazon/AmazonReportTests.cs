using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox.Amazon;

[Collection(SandboxTests.Name)]
public sealed class AmazonReportTests(SandboxWorld world)
{
    [Fact]
    public async Task Order_ADayLater_StandsInTheReportWithItsSubTag()
    {
        await world.BuyAsync(world.AmazonLink("report-1"));
        Assert.DoesNotContain(await AllRowsAsync(), row => row[^1] == "report-1");

        await world.Clock.AdvanceAsync(TimeSpan.FromHours(25), TestContext.Current.CancellationToken);

        var line = Assert.Single(await AllRowsAsync(), row => row[^1] == "report-1");
        Assert.Equal(12, line.Length);
        Assert.Equal(SandboxWorld.Tag, line[4]);
        Assert.Equal("1", line[7]);
        Assert.DoesNotContain("-", line[9], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_ReturnedAfterShipping_GetsANegativeRow()
    {
        var number = await world.BuyAsync(world.AmazonLink("report-2"));
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(3), TestContext.Current.CancellationToken);
        await ReturnAsync(number);

        var lines = (await AllRowsAsync()).Where(row => row[^1] == "report-2").ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal("-" + lines[0][9], lines[1][9]);
        Assert.Equal("-1", lines[1][7]);
    }

    [Fact]
    public async Task Order_ReturnedBeforeShipping_IsNeverReported()
    {
        var number = await world.BuyAsync(world.AmazonLink("report-3"));
        await ReturnAsync(number);
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(3), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(await AllRowsAsync(), row => row[^1] == "report-3");
    }

    [Fact]
    public async Task Files_Listed_HaveTheirNameSizeAndChecksum()
    {
        await ShippedOrderAsync("report-4");
        var entry = (await ListAsync())[^1]!;
        using var file = await world.Client.GetAsync(await UrlAsync(entry["filename"]!.GetValue<string>()), TestContext.Current.CancellationToken);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Matches($@"\A{world.Credentials.AmazonPartnerTag}-earnings-report-\d{{8}}\.tsv\.gz\z", entry["filename"]!.GetValue<string>());
        Assert.Equal(bytes.Length, entry["size"]!.GetValue<int>());
#pragma warning disable CA5351 // The listing carries an MD5.
        Assert.Equal(Convert.ToHexStringLower(MD5.HashData(bytes)), entry["md5"]!.GetValue<string>());
#pragma warning restore CA5351
    }

    [Fact]
    public async Task SignedUrl_AfterItsTime_IsRefused()
    {
        await ShippedOrderAsync("report-5");
        var url = await UrlAsync((await ListAsync())[^1]!["filename"]!.GetValue<string>());
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(6), TestContext.Current.CancellationToken);

        using var answer = await world.Client.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignedUrl_WithOtherName_IsRefused()
    {
        await ShippedOrderAsync("report-6");
        var name = (await ListAsync())[^1]!["filename"]!.GetValue<string>();
        var url = (await UrlAsync(name)).Replace(name, "other-" + name, StringComparison.Ordinal);

        using var answer = await world.Client.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignedUrl_AskedForWithAToken_IsRefused()
    {
        await ShippedOrderAsync("report-7");
        using var request = new HttpRequestMessage(HttpMethod.Get, await UrlAsync((await ListAsync())[^1]!["filename"]!.GetValue<string>()));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await world.TokenAsync()}");

        using var answer = await world.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Report_OfUnknownName_IsNotFound()
    {
        using var answer = await world.AmazonAsync("reports/v1/getReport", new JsonObject { ["filename"] = "nothing.tsv.gz" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ResourceNotFoundException", (await SandboxWorld.JsonAsync(answer))["type"]!.GetValue<string>());
    }

    private async Task ShippedOrderAsync(string subId)
    {
        await world.BuyAsync(world.AmazonLink(subId));
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(25), TestContext.Current.CancellationToken);
    }

    private async Task ReturnAsync(string number)
    {
        var orders = world.Host.Services.GetRequiredService<OrderBook>();
        var order = await orders.FindAsync(number, TestContext.Current.CancellationToken);
        Assert.True((await orders.ReturnAsync(order!.Id, TestContext.Current.CancellationToken)).Succeeded);
    }

    private async Task<JsonArray> ListAsync()
    {
        using var answer = await world.AmazonAsync("reports/v1/listReports", new JsonObject());
        return (await SandboxWorld.JsonAsync(answer))["reports"]!.AsArray();
    }

    private async Task<string> UrlAsync(string name)
    {
        using var answer = await world.AmazonAsync("reports/v1/getReport", new JsonObject { ["filename"] = name });
        return (await SandboxWorld.JsonAsync(answer))["url"]!.GetValue<string>();
    }

    private async Task<List<string[]>> AllRowsAsync()
    {
        var rows = new List<string[]>();
        foreach (var entry in await ListAsync())
        {
            using var file = await world.Client.GetAsync(await UrlAsync(entry!["filename"]!.GetValue<string>()), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(new GZipStream(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress));
            var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
            Assert.StartsWith("Earnings report for", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("Product Line\tItem\tASIN", lines[1], StringComparison.Ordinal);
            rows.AddRange(lines.Skip(2).Select(line => line.Split('\t')));
        }

        return rows;
    }
}
