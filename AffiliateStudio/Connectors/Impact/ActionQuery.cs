using System.Globalization;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>One window of time in which actions are asked for.</summary>
/// <param name="Filter">Which date counts: <c>ActionDate</c>, <c>LockingDate</c>, or nothing for the date of the last change.</param>
/// <param name="Label">What the window holds, in words.</param>
/// <param name="From">Its start, UTC.</param>
/// <param name="To">Its end, UTC.</param>
internal sealed record ActionQuery(string Filter, string Label, DateTime From, DateTime To)
{
    /// <summary>The name of a batch from it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"impact.com {Label} {From:yyyy-MM-dd} to {To:yyyy-MM-dd}");

    /// <summary>Whether halves of it still make sense.</summary>
    public bool CanSplit => To - From > TimeSpan.FromMinutes(2);

    /// <summary>Its two halves.</summary>
    public (ActionQuery First, ActionQuery Second) Split()
    {
        var half = (To - From) / 2;
        var middle = From + half - TimeSpan.FromTicks(half.Ticks % TimeSpan.TicksPerSecond);
        return (this with { To = middle }, this with { From = middle });
    }

    /// <summary>The resource of its first page.</summary>
    public string Resource(ImpactAccount account, int pageSize)
    {
        // The filter for changes is called StartDate and EndDate, the others put their name in front. Dates without time and zone are answered with part of the data.
        var (start, end) = Filter.Length == 0 ? ("StartDate", "EndDate") : (Filter + "Start", Filter + "End");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Actions?CampaignId={Uri.EscapeDataString(account.CampaignId)}&{start}={From:yyyy-MM-ddTHH:mm:ssZ}&{end}={To:yyyy-MM-ddTHH:mm:ssZ}&PageSize={pageSize}&Page=1");
    }
}
