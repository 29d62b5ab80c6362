using System.Globalization;
using System.Security.Claims;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.ListConnectors;
using AffiliateStudio.Features.Partners.ListNotices;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using AffiliateStudio.Ui.Feedback;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class ConnectorPartsTests : BunitContext
{
    private static readonly PartnerFailure Down = new(PartnerFailureKind.Unavailable, "503", "Down for repairs.", "Wait for the partner.");

    private readonly TestClock _clock = new();
    private readonly SyncStub _sync = new();

    public ConnectorPartsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddScoped<ViewerTime>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<Toasts>();
        Services.AddSingleton<IConversionSync>(_sync);
        As(Roles.Admin);
    }

    [Fact]
    public void Protocol_HeldBack_SaysSinceWhenAndWhatIsLeft()
    {
        var health = new ConnectorHealth("impact.com", BreakerState.Open, 1_200, 30, Down, null)
        {
            BreakerSince = _clock.UtcNow().AddMinutes(-5), RecentCalls = 30, RecentFailures = 10, Quota = new CallQuota(12, 500, _clock.UtcNow().AddMinutes(4), false),
        };

        var text = Text(Render<ConnectorHealthRow>(parameters => parameters.Add(row => row.Health, health)));

        Assert.StartsWith("Calls held back since 11:55 UTC", text, StringComparison.Ordinal);
        Assert.Contains("1,200 calls answered since start, 30 failed · 25 % of the last hour's calls failed (10 of 40)", text, StringComparison.Ordinal);
        Assert.Contains("The partner: 12 of 500 calls left, all again at 12:04 UTC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Protocol_OfAPartnerWithoutLimits_ShowsOurOwnPace()
    {
        var health = new ConnectorHealth("Product API", BreakerState.Closed, 1, 0, null, null) { Quota = new CallQuota(4, 5, null, true) };

        var text = Text(Render<ConnectorHealthRow>(parameters => parameters.Add(row => row.Health, health)));

        Assert.Equal("Calls go out 1 call answered since start, 0 failed · no call in the last hour · Our own pace: 4 of 5 calls left at once", text);
    }

    [Fact]
    public void Errors_OfAllProtocols_StandNewestFirstWithCodeAndRemedy()
    {
        var row = Row(
            new("Product API", BreakerState.Closed, 1, 1, Down, null) { Errors = [new(_clock.UtcNow().AddHours(-1), Down, 1)] },
            new("impact.com", BreakerState.Closed, 1, 3, Down, null) { Errors = [new(_clock.UtcNow(), Down with { Code = "429" }, 3)], AffectedSince = _clock.UtcNow() });

        var errors = Render<ConnectorErrors>(parameters => parameters.Add(list => list.Row, row)).FindAll("li").Select(item => Words(item.TextContent)).ToList();

        Assert.Equal("429 · Down for repairs. 15 Jan 2026, 12:00 UTC · impact.com · 3 times in a row · Wait for the partner.", errors[0]);
        Assert.StartsWith("503", errors[1], StringComparison.Ordinal);
        Assert.Equal(_clock.UtcNow(), row.AffectedSince);
        Assert.Null((row with { IsPaused = true }).AffectedSince);
    }

    [Fact]
    public void Reading_UnderWay_IsShownLiveAndItsEndReloadsTheCard()
    {
        var reloads = 0;
        var part = Render<ConnectorSync>(parameters => parameters.Add(sync => sync.Row, Row()).Add(sync => sync.OnRead, () => reloads++));
        part.Find("button").Click();
        Assert.Equal([PartnerKey.Walmart], _sync.Started);

        _sync.Stages[PartnerKey.Walmart] = new ConversionSyncStage(40, "2026-01: 3 new");
        _sync.Tell();
        part.WaitForAssertion(() => Assert.Equal("40", part.Find("[role=progressbar]").GetAttribute("aria-valuenow")));
        Assert.True(part.Find("button").HasAttribute("disabled"));

        _sync.Stages.Clear();
        _sync.Outcomes[PartnerKey.Walmart] = new ConversionSyncOutcome(_clock.UtcNow(), true, "Read to the end: the partner returned nothing new.");
        _sync.Tell();
        part.WaitForAssertion(() => Assert.Contains("returned nothing new", part.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, reloads);
    }

    [Fact]
    public void Reading_ThatIsRefused_SaysWhy()
    {
        _sync.Refusal = new Error("x", "It is being read right now.");
        Render<ConnectorSync>(parameters => parameters.Add(sync => sync.Row, Row())).Find("button").Click();

        Assert.Equal("It is being read right now.", Assert.Single(Services.GetRequiredService<Toasts>().Shown).Text);
    }

    [Fact]
    public void Reading_ByAnybodyButAnAdmin_IsNotStarted()
    {
        As(Roles.Creator);
        Render<ConnectorSync>(parameters => parameters.Add(sync => sync.Row, Row())).Find("button").Click();

        Assert.Empty(_sync.Started);
    }

    [Fact]
    public void Notices_Shown_SayWordCountAndExample()
    {
        NoticeRow? dismissed = null;
        var row = new NoticeRow(PartnerKey.Walmart, "Walmart", ConnectorNoticeKind.UnknownState, "ON_ICE", _clock.UtcNow().AddDays(-2), _clock.UtcNow().AddMinutes(-3), 1_234, "2092.1");
        var list = Render<NoticeList>(parameters => parameters.Add(l => l.Rows, [row]).Add(l => l.OnDismiss, notice => dismissed = notice));

        Assert.Equal("ON_ICE · Walmart 1,234 orders, the last 3 min ago, the first 13 Jan 2026 · for example 2092.1", Words(list.Find("li > div").TextContent));
        list.Find("button[aria-label='Dismiss ON_ICE of Walmart']").Click();
        Assert.Equal(row, dismissed);
    }

    private void As(string role) => AddAuthorization().SetAuthorized("someone").SetRoles(role).SetClaims(new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString()));

    private static ConnectorRow Row(params ConnectorHealth[] health) => new()
    {
        Partner = PartnerKey.Walmart, Name = "Walmart", Capabilities = [], IsConnected = true, Kind = ConnectionKind.Live, IsPaused = false, HasSandbox = false, Settings = [],
        Entered = new HashSet<string>(), Health = health, IsReadable = true,
    };

    private static string Text<T>(IRenderedComponent<T> component)
        where T : Microsoft.AspNetCore.Components.IComponent => Words(string.Join(' ', component.Nodes.Select(node => node.TextContent)));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
