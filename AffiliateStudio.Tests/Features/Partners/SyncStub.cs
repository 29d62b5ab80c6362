using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Tests.Features.Partners;

/// <summary>Reading partners, as a test wants it to be.</summary>
internal sealed class SyncStub : IConversionSync
{
    public event EventHandler? Changed;

    /// <summary>Which partners were asked for, in order.</summary>
    public List<PartnerKey> Started { get; } = [];

    /// <summary>Runs that are under way.</summary>
    public Dictionary<PartnerKey, ConversionSyncStage> Stages { get; } = [];

    /// <summary>How the last runs ended.</summary>
    public Dictionary<PartnerKey, ConversionSyncOutcome> Outcomes { get; } = [];

    /// <summary>When the newest report was made.</summary>
    public DateTime? Newest { get; set; }

    /// <summary>What a run is refused with.</summary>
    public Error? Refusal { get; set; }

    public bool Reads(PartnerKey partner) => true;

    public ConversionSyncStage? Stage(PartnerKey partner)
    {
        lock (Started)
        {
            return Stages.GetValueOrDefault(partner);
        }
    }

    public ConversionSyncOutcome? LastOutcome(PartnerKey partner) => Outcomes.GetValueOrDefault(partner);

    public Result Start(PartnerKey partner)
    {
        lock (Started)
        {
            if (Refusal is { } refusal)
            {
                return refusal;
            }

            Started.Add(partner);
            return Result.Success;
        }
    }

    public Task<DateTime?> NewestReportAsync(PartnerKey partner, ConnectionKind side, CancellationToken cancellationToken) => Task.FromResult(Newest);

    /// <summary>Says that something changed.</summary>
    public void Tell() => Changed?.Invoke(this, EventArgs.Empty);
}
