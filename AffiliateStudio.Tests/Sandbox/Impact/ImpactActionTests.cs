using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox.Impact;

[Collection(SandboxTests.Name)]
public sealed class ImpactActionTests(SandboxWorld world)
{
    [Fact]
    public async Task Call_WithAWrongToken_IsUnauthorized()
    {
        using var answer = await world.ImpactAsync(world.ImpactActions, token: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Call_ForAnotherAccount_IsForbidden()
    {
        using var answer = await world.ImpactAsync("/sandbox/impact/Mediapartners/IRother/Actions");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Call_ThatDoesNotAcceptJson_GetsXml()
    {
        using var answer = await world.ImpactAsync(world.ImpactActions, accept: null);

        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ImpactRadiusResponse", xml.Root!.Name.LocalName);
    }

    [Fact]
    public async Task List_Asked_PagesWithStringsAndTellsTheLimit()
    {
        using var answer = await world.ImpactAsync(world.ImpactActions);

        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal("1", body["@page"]!.GetValue<string>());
        Assert.Equal(string.Empty, body["@nextpageuri"]!.GetValue<string>());
        Assert.StartsWith("/Mediapartners/", body["@uri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("1000", Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit")));
        Assert.InRange(int.Parse(Assert.Single(answer.Headers.GetValues("X-RateLimit-Reset")), CultureInfo.InvariantCulture), 1, 3_601);
    }

    [Theory]
    [InlineData("PageSize=100", "PageSize")]
    [InlineData("StartDate=2026-01-01T00:00:00Z", "EndDate")]
    [InlineData("ActionDateStart=2026-11-01&ActionDateEnd=2026-11-02", "ActionDateStart")]
    [InlineData("ActionDateStart=2026-09-01T00:00:00Z&ActionDateEnd=2026-11-01T00:00:00Z", "ActionDateEnd")]
    [InlineData("ActionDateStart=2019-09-01T00:00:00Z&ActionDateEnd=2019-09-02T00:00:00Z", "ActionDateStart")]
    [InlineData("State=LOCKED", "State")]
    public async Task List_WithAWrongFilter_NamesIt(string query, string field)
    {
        using var answer = await world.ImpactAsync($"{world.ImpactActions}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal("ERROR", body["Status"]!.GetValue<string>());
        Assert.Contains(body["Errors"]!.AsArray(), error => error!["Field"]!.GetValue<string>() == field);
    }

    [Fact]
    public async Task Order_WhileTimeGoesOn_LocksAndClearsWithoutBeingAnUpdate()
    {
        var ordered = world.Clock.Now;
        await world.BuyAsync(world.WalmartLink("impact-1"));
        var pending = await world.ActionAsync("impact-1", string.Empty);
        Assert.Equal("PENDING", pending!["State"]!.GetValue<string>());
        var stamp = DateTimeOffset.Parse(pending["EventDate"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles").GetUtcOffset(stamp), stamp.Offset);

        await AdvanceAsync(31);
        var sinceLock = Window("StartDate", "EndDate", world.Clock.Now.AddDays(-5), world.Clock.Now);
        Assert.Null(await world.ActionAsync("impact-1", sinceLock));
        var locked = await world.ActionAsync("impact-1", Window("LockingDateStart", "LockingDateEnd", ordered.AddDays(29), world.Clock.Now));
        Assert.Equal("APPROVED", locked!["State"]!.GetValue<string>());
        Assert.Equal(string.Empty, locked["ClearedDate"]!.GetValue<string>());

        await AdvanceAsync(16);
        var cleared = await world.ActionAsync("impact-1", Window("LockingDateStart", "LockingDateEnd", ordered.AddDays(29), ordered.AddDays(32)));
        Assert.Equal("APPROVED", cleared!["State"]!.GetValue<string>());
        Assert.NotEqual(string.Empty, cleared["ClearedDate"]!.GetValue<string>());
    }

    [Fact]
    public async Task Order_Returned_IsReversedAndAnUpdate()
    {
        var number = await world.BuyAsync(world.WalmartLink("impact-2"));
        await AdvanceAsync(10);
        Assert.True((await ReturnAsync(number)).Succeeded);

        var reversed = await world.ActionAsync("impact-2", Window("StartDate", "EndDate", world.Clock.Now.AddDays(-1), world.Clock.Now.AddMinutes(1)));

        Assert.Equal("REVERSED", reversed!["State"]!.GetValue<string>());
        Assert.Equal("0.00", reversed["Payout"]!.GetValue<string>());
        Assert.Equal("-" + reversed["IntendedPayout"]!.GetValue<string>(), reversed["DeltaPayout"]!.GetValue<string>());
        using var items = await world.ImpactAsync($"{world.ImpactActions}/{reversed["Id"]!.GetValue<string>()}/Items");
        var last = (await SandboxWorld.JsonAsync(items))["ActionItems"]!.AsArray()[^1]!;
        Assert.Equal("ITEM_RETURNED", last["AdjustmentReason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Order_AfterLocking_IsNotTakenBack()
    {
        var number = await world.BuyAsync(world.WalmartLink("impact-3"));
        await AdvanceAsync(31);

        var returned = await ReturnAsync(number);

        Assert.Equal("sandbox.not-returnable", returned.Error?.Code);
    }

    [Fact]
    public async Task Order_WithoutAClick_BelongsToNobody()
    {
        var link = world.WalmartLink("impact-4");
        var product = link[(link.IndexOf("prodsku=", StringComparison.Ordinal) + 8)..link.IndexOf('&', StringComparison.Ordinal)];
        await world.BuyAsync($"/sandbox/walmart/ip/{product}?subId1=impact-4");

        Assert.Null(await world.ActionAsync("impact-4", string.Empty));
    }

    [Fact]
    public async Task Order_UnderAnotherPublisherId_BelongsToAnotherAccount()
    {
        var own = world.Credentials.WalmartPublisherId;
        await world.BuyAsync(world.WalmartLink("impact-5"));
        await world.BuyAsync(world.WalmartLink("impact-6").Replace(own, "7654321", StringComparison.Ordinal));

        var ours = await world.ActionAsync("impact-5", string.Empty);
        var others = await world.ActionAsync("impact-6", string.Empty);
        var id = ours!["Id"]!.GetValue<string>();
        var number = int.Parse(id[(id.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture);
        using var asked = await world.ImpactAsync($"{world.ImpactActions}/{id[..id.LastIndexOf('.')]}.{number + 1}");

        Assert.Null(others);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    private static string Window(string from, string to, DateTime start, DateTime end) =>
        $"{from}={start:yyyy-MM-dd'T'HH:mm:ss'Z'}&{to}={end:yyyy-MM-dd'T'HH:mm:ss'Z'}";

    private Task AdvanceAsync(int days) => world.Clock.AdvanceAsync(TimeSpan.FromDays(days), TestContext.Current.CancellationToken);

    private async Task<AffiliateStudio.Platform.Results.Result> ReturnAsync(string number)
    {
        var orders = world.Host.Services.GetRequiredService<OrderBook>();
        var order = await orders.FindAsync(number, TestContext.Current.CancellationToken);
        return await orders.ReturnAsync(order!.Id, TestContext.Current.CancellationToken);
    }
}
