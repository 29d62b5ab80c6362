namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>How far behind the partner what we know of its orders is, beside what is usual for it.</summary>
/// <param name="Behind">How old the newest report, or the last complete reading, is.</param>
/// <param name="Normal">How late the partner usually reports.</param>
public sealed record ReportLag(TimeSpan Behind, TimeSpan Normal)
{
    /// <summary>Whether it is later than the partner's habits explain: by more than half of its usual lag.</summary>
    public bool IsLate => Behind > Normal * 1.5;

    /// <summary>Both in words.</summary>
    public string Text => $"{Words(Behind)} behind, normal is {Words(Normal)}";

    // Below two days hours say more than days.
    private static string Words(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 2 } => Count((int)time.TotalMinutes, "minute"),
        { TotalDays: < 2 } => Count((int)time.TotalHours, "hour"),
        _ => Count((int)time.TotalDays, "day"),
    };

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? null : "s")}";
}
