namespace AffiliateStudio.Ui.Charts;

/// <summary>One line or one layer of bars.</summary>
/// <param name="Label">What it shows, in a word or two.</param>
/// <param name="Values">One value per label of the chart, in minor units for money.</param>
/// <param name="Color">One of the chart colours: good, wait, bad, info, accent or ink-muted. One state, one colour, on every page.</param>
public sealed record ChartSeries(string Label, IReadOnlyList<long> Values, string Color);
