namespace AffiliateStudio.Platform.Jobs;

/// <summary>How a running job tells the board how far it is.</summary>
public sealed class JobProgress
{
    private readonly Action<int, string?> _report;

    internal JobProgress(Action<int, string?> report)
    {
        _report = report;
    }

    /// <summary>Says how far the run is.</summary>
    /// <param name="percent">0 to 100; anything else is brought into that range.</param>
    /// <param name="note">What is being done right now, for people, or null to keep the last note.</param>
    public void Report(int percent, string? note = null) => _report(Math.Clamp(percent, 0, 100), note);

    /// <summary>Says how far the run is as a part of a whole; a whole of zero counts as done.</summary>
    /// <param name="done">How many things are done.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="note">What is being done right now, for people, or null to keep the last note.</param>
    public void Report(long done, long total, string? note = null) => Report(total <= 0 ? 100 : (int)(Int128.Clamp(done, 0, total) * 100 / total), note);
}
