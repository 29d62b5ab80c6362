using System.Collections.Concurrent;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.SyncConversions;

/// <summary>How far a running sync is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Note">What was taken in last.</param>
internal sealed record SyncStage(int Percent, string Note);

/// <summary>Which partners are being read right now: one run per partner at a time, seen by every open page.</summary>
internal sealed class SyncProgress
{
    private readonly ConcurrentDictionary<PartnerKey, SyncStage> _running = new();

    /// <summary>Raised after a run began, moved on or ended, on whatever thread did it.</summary>
    public event EventHandler? Changed;

    /// <summary>How far the partner's run is, or null when none is under way.</summary>
    public SyncStage? Find(PartnerKey partner) => _running.GetValueOrDefault(partner);

    /// <summary>Begins a run; false when there is one already.</summary>
    public bool TryBegin(PartnerKey partner)
    {
        var began = _running.TryAdd(partner, new SyncStage(0, "Asking the partner"));
        if (began)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return began;
    }

    /// <summary>Says how far the run is.</summary>
    public void Report(PartnerKey partner, int percent, string note)
    {
        _running[partner] = new SyncStage(Math.Clamp(percent, 0, 100), note);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Ends a run.</summary>
    public void End(PartnerKey partner)
    {
        _running.TryRemove(partner, out _);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
