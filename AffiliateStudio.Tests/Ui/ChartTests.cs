using AffiliateStudio.Platform.Money;
using AffiliateStudio.Ui.Charts;
using Bunit;

namespace AffiliateStudio.Tests.Ui;

public sealed class ChartTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;

    public ChartTests()
    {
        _module = JSInterop.SetupModule("./app/charts.js");
        _module.Mode = JSRuntimeMode.Loose;
        _module.SetupModule("draw", _ => true).Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Money_InTheTable_IsExactAndTotalled_NewestFirst()
    {
        var chart = Render<StackedBarChart>(parameters => parameters
            .Add(p => p.Title, "Earned by day")
            .Add(p => p.Labels, ["1 Jan", "2 Jan"])
            .Add(p => p.OpenFrom, 1)
            .Add(p => p.Unit, ChartUnit.Money(Currency.Usd))
            .Add(p => p.Series, [new ChartSeries("Approved", [1010, 123456789], "good"), new ChartSeries("Reversed", [-10, 0], "bad")]));

        var rows = chart.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()).ToArray();
        Assert.Equal(["2 Jan (not over yet)", "$1,234,567.89", "$0.00", "$1,234,567.89"], rows[0]);
        Assert.Equal(["1 Jan", "$10.10", "-$0.10", "$10.00"], rows[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void AnyNumberOfPoints_IsDrawnOnceAndUpdatedInPlace(int points)
    {
        var labels = Enumerable.Range(1, points).Select(index => $"Day {index}").ToArray();
        var values = Enumerable.Range(1, points).Select(index => (long)index).ToArray();
        var chart = Render<LineChart>(parameters => parameters.Add(p => p.Title, "Clicks").Add(p => p.Labels, labels).Add(p => p.Series, [new ChartSeries("Clicks", values, "accent")]));

        chart.Render(parameters => parameters.Add(p => p.Series, [new ChartSeries("Clicks", values, "info")]));

        Assert.Single(_module.Invocations, call => call.Identifier == "draw");
        Assert.Equal(points, chart.FindAll("tbody tr").Count);
        Assert.Contains("Day 1", chart.Find("canvas").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoPoints_SaysSo_AndDrawsNothing()
    {
        var chart = Render<StackedBarChart>(parameters => parameters.Add(p => p.Title, "Earned").Add(p => p.Labels, []).Add(p => p.Series, []));

        Assert.Contains("Nothing to draw yet", chart.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(_module.Invocations, call => call.Identifier == "draw");
    }

    [Fact]
    public async Task Pick_OfALabelThatDoesNotExist_IsIgnored()
    {
        var picked = new List<int>();
        var chart = Render<ChartFrame>(parameters => parameters
            .Add(p => p.Kind, "bar")
            .Add(p => p.Title, "Clicks")
            .Add(p => p.Labels, ["1 Jan"])
            .Add(p => p.Series, [new ChartSeries("Clicks", [1], "accent")])
            .Add(p => p.OnPick, picked.Add));

        await chart.InvokeAsync(() => chart.Instance.Pick(7));
        await chart.InvokeAsync(() => chart.Instance.Pick(-1));
        await chart.InvokeAsync(() => chart.Instance.Pick(0));

        Assert.Equal([0], picked);
    }

    [Fact]
    public void Sparkline_KeepsZeroInView()
    {
        var line = Render<Sparkline>(parameters => parameters.Add(p => p.Label, "Clicks").Add(p => p.Values, [100L, 101L]));

        // 100 of at most 101 is near the top (2), not at the foot (26).
        Assert.Contains("M0 2.24", line.FindAll("path")[1].GetAttribute("d"), StringComparison.Ordinal);
    }
}
