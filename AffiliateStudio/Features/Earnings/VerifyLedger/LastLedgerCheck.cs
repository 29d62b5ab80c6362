namespace AffiliateStudio.Features.Earnings.VerifyLedger;

/// <summary>The result of the last check since the product started.</summary>
internal sealed class LastLedgerCheck
{
    private volatile LedgerReport? _report;

    /// <summary>The result, or null when none was made yet.</summary>
    public LedgerReport? Report
    {
        get => _report;
        set => _report = value;
    }
}
