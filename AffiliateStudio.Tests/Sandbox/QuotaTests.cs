using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox;

/// <summary>Quotas that are used up, from the partner's side and from ours.</summary>
public sealed class QuotaTests
{
    private const int Limit = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WalmartsDay_UsedUp_AnswersInTheGatewaysShapeUntilTheNextDay()
    {
        await using var world = Small();
        await UseUpAsync(() => world.WalmartAsync("/taxonomy"));

        using var refused = await world.WalmartAsync("/search?query=mug");
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancel);
        using var next = await world.WalmartAsync("/search?query=mug");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(86_401));
        Assert.Equal("Rate limit exceeded", (await SandboxWorld.JsonAsync(refused))["details"]!["Description"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task WalmartsDay_UsedUpByRefusedSignatures_IsNot()
    {
        await using var world = Small();
        for (var i = 0; i < Limit + 3; i++)
        {
            using var refused = await world.WalmartAsync("/taxonomy", headers => headers["WM_SEC.AUTH_SIGNATURE"] = "AAAA");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var answer = await world.WalmartAsync("/taxonomy");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ImpactsHour_CountsDownInItsHeadersAndAnswersInItsEnvelope()
    {
        await using var world = Small();
        using var first = await world.ImpactAsync(world.ImpactActions);
        using var second = await world.ImpactAsync(world.ImpactActions);
        await UseUpAsync(() => world.ImpactAsync(world.ImpactActions));

        using var refused = await world.ImpactAsync(world.ImpactActions);
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(1), Cancel);
        using var next = await world.ImpactAsync(world.ImpactActions);

        Assert.Equal(Limit, Number(first, "X-RateLimit-Limit"));
        Assert.True(Number(second, "X-RateLimit-Remaining") < Number(first, "X-RateLimit-Remaining"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(0, Number(refused, "X-RateLimit-Remaining"));
        Assert.InRange(Number(refused, "X-RateLimit-Reset"), 1, 3_601);
        Assert.Null(refused.Headers.RetryAfter);
        var body = await SandboxWorld.JsonAsync(refused);
        Assert.Equal(("ERROR", "Too Many Requests"), (body["Status"]!.GetValue<string>(), body["Message"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Connector_WhoseDayAtWalmartIsUsedUp_WaitsForTheNextWithoutAsking()
    {
        await using var world = Small();
        var (connector, connection) = await OpenAsync(world);
        await UseUpAsync(() => world.WalmartAsync("/taxonomy"));

        var told = (await connector.SearchAsync(connection, new("mug", 1, 5), Cancel)).Failure!;
        var failures = Health(connector, "Product API").Failures;
        var held = (await connector.SearchAsync(connection, new("mug", 1, 5), Cancel)).Failure!;

        Assert.Equal((PartnerFailureKind.Throttled, "429"), (told.Kind, told.Code));
        Assert.InRange(told.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(86_401));
        Assert.Equal((PartnerFailureKind.Throttled, "asked to wait"), (held.Kind, held.Code));
        Assert.Equal(failures, Health(connector, "Product API").Failures);
        Assert.NotNull(Health(connector, "Product API").WaitsUntil);
        Assert.Equal(BreakerState.Closed, Health(connector, "Product API").Breaker);
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(2), Cancel);
        Assert.True((await connector.SearchAsync(connection, new("mug", 1, 5), Cancel)).Succeeded);
    }

    [Fact]
    public async Task Connector_WhoseHourAtImpactIsUsedUp_ReadsOrdersAgainInTheNext()
    {
        await using var world = Small(impact: 200);
        var (connector, connection) = await OpenAsync(world);
        await UseUpAsync(() => world.ImpactAsync(world.ImpactActions), 200);

        var first = await LastAsync(connector, connection);
        var second = await LastAsync(connector, connection);
        Assert.Equal((PartnerFailureKind.Throttled, PartnerFailureKind.Throttled), (first.Failure?.Kind, second.Failure?.Kind));
        Assert.Equal("asked to wait", second.Failure!.Code);
        Assert.InRange(second.Failure.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3_601));
        Assert.True((await connector.SearchAsync(connection, new("mug", 1, 5), Cancel)).Succeeded);

        await world.Clock.AdvanceAsync(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(2), Cancel);
        Assert.True((await LastAsync(connector, connection)).Succeeded);
    }

    [Fact]
    public async Task Burst_BeyondTheRate_IsAskedToWaitASecond()
    {
        await using var world = new SandboxWorld(("Sandbox:RequestsPerSecond", "1"));
        HttpStatusCode status;
        TimeSpan? wait;
        var calls = 0;
        do
        {
            using var answer = await world.WalmartAsync("/taxonomy");
            (status, wait, calls) = (answer.StatusCode, answer.Headers.RetryAfter?.Delta, calls + 1);
        }
        while (status == HttpStatusCode.OK && calls < 200);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (status, wait));
        Assert.True(calls > 4, "A burst of four is allowed.");
    }

    [Fact]
    public async Task ThrottledFault_OfEachApi_CarriesTheHeadersThatItsPartnerDocuments()
    {
        await using var world = Small();
        var authorization = $"Bearer {await world.TokenAsync()}, Version 2.1";
        foreach (var api in Enum.GetValues<SandboxApi>())
        {
            world.Faults[api] = SandboxFault.Throttled;
        }

        using var impact = await world.ImpactAsync(world.ImpactActions);
        using var walmart = await world.WalmartAsync("/taxonomy");
        using var amazon = await world.AmazonAsync("reports/v1/listReports", new JsonObject(), authorization);

        Assert.All(new[] { impact, walmart, amazon }, answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
        Assert.Equal((Limit, 0), (Number(impact, "X-RateLimit-Limit"), Number(impact, "X-RateLimit-Remaining")));
        Assert.InRange(Number(impact, "X-RateLimit-Reset"), 1, 3_601);
        Assert.Null(impact.Headers.RetryAfter);
        Assert.All(new[] { walmart, amazon }, answer => Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta));
        Assert.All(new[] { walmart, amazon }, answer => Assert.False(answer.Headers.Contains("X-RateLimit-Limit")));
    }

    private static SandboxWorld Small(int impact = Limit) => new(("Sandbox:WalmartCallsPerDay", $"{Limit}"), ("Sandbox:ImpactCallsPerHour", $"{impact}"));

    // The product reads orders by itself now and then, so how many calls are left is not known.
    private static async Task UseUpAsync(Func<Task<HttpResponseMessage>> callAsync, int limit = Limit)
    {
        for (var i = 0; i <= limit; i++)
        {
            using var answer = await callAsync();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return;
            }
        }

        Assert.Fail("The quota has no end.");
    }

    private static int Number(HttpResponseMessage answer, string header) => int.Parse(Assert.Single(answer.Headers.GetValues(header)), CultureInfo.InvariantCulture);

    private static ConnectorHealth Health(IPartnerConnector connector, string protocol) => ((IConnectorHealth)connector).Health.Single(health => health.Protocol == protocol);

    private static async Task<(AffiliateStudio.Connectors.Walmart.WalmartConnector Connector, ConnectionContext Connection)> OpenAsync(SandboxWorld world)
    {
        var connector = world.Host.Services.GetServices<IPartnerConnector>().OfType<AffiliateStudio.Connectors.Walmart.WalmartConnector>().Single();
        return (connector, (await world.Host.Services.GetRequiredService<ConnectionDirectory>().OpenAsync(PartnerKey.Walmart, Cancel))!);
    }

    private static async Task<PartnerResult<ConversionBatch>> LastAsync(IConversionFeed feed, ConnectionContext connection)
    {
        PartnerResult<ConversionBatch> last = default;
        await foreach (var result in feed.ReadAsync(connection, null, Cancel))
        {
            last = result;
        }

        return last;
    }
}
