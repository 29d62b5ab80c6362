namespace AffiliateStudio.Ui;

/// <summary>How a moment is written.</summary>
public enum TimeStyle
{
    /// <summary>Day and time: "15 Jan 2026, 14:05".</summary>
    Full,

    /// <summary>The day alone: "15 Jan 2026".</summary>
    Day,

    /// <summary>The time alone: "14:05".</summary>
    Time,

    /// <summary>The distance from now: "5 min ago", "in 3 days"; from a week on, the day.</summary>
    Distance,
}
