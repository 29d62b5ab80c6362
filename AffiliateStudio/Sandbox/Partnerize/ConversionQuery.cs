using System.Globalization;

namespace AffiliateStudio.Sandbox.Partnerize;

/// <summary>A conversion report as it was asked for, with what is wrong with it.</summary>
internal sealed record ConversionQuery
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    public DateTime From { get; private init; }

    public DateTime To { get; private init; }

    /// <summary>Which of a conversion's times the window is about; empty for the time of the booking.</summary>
    public string DateType { get; private init; } = string.Empty;

    public IReadOnlyList<string> Statuses { get; private init; } = [];

    public string SubId { get; private init; } = string.Empty;

    public int Limit { get; private init; } = 300;

    public int Offset { get; private init; }

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private init; }

    /// <summary>Reads a query.</summary>
    public static ConversionQuery Read(IQueryCollection query, DateTime now)
    {
        var (limit, offset) = (Number(query, "limit", 300), Number(query, "offset", 0));
        var from = Time(query["start_date"]);
        var to = query["end_date"].ToString().Length == 0 ? now : Time(query["end_date"]);
        var (type, zone) = (query["date_type"].ToString(), query["timezone"].ToString());
        var statuses = query["statuses[]"].OfType<string>().ToList();
        var problem = from is null ? "start_date is required as yyyy-MM-dd HH:mm:ss"
            : to is null ? "end_date must be yyyy-MM-dd HH:mm:ss"
            : type is not ("" or "last_updated" or "approved_at") ? "date_type must be last_updated or approved_at"
            : zone is not ("" or "UTC") ? "timezone is not known"
            : limit is < 1 or > 300 ? "limit must be 1 to 300"
            : offset < 0 ? "offset must be a number"
            : statuses.Exists(status => status is not ("approved" or "pending" or "rejected")) ? "statuses must be approved, pending or rejected"
            : null;
        return new ConversionQuery
        {
            From = from ?? now,
            To = to ?? now,
            DateType = type,
            Statuses = statuses,
            SubId = query["multipivot[publisher_reference][]"].ToString(),
            Limit = limit,
            Offset = offset,
            Problem = problem,
        };
    }

    private static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static int Number(IQueryCollection query, string name, int usual)
    {
        var text = query[name].ToString();
        return text.Length == 0 ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
