using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Features.Earnings.ReadBoughtItems;

/// <summary>A partner that tells what was bought as a test says, and remembers which orders it was asked about.</summary>
internal sealed class TellingPartner(Func<string, PartnerResult<IReadOnlyList<ReportedItem>>> tell) : IPartnerConnector, IConversionItems
{
    public PartnerKey Partner { get; init; } = PartnerKey.Walmart;

    public IReadOnlyList<ConnectionSetting> Settings => [];

    /// <summary>The orders it was asked about, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Runs before each answer.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadItemsAsync(ConnectionContext connection, string externalKey, CancellationToken cancellationToken)
    {
        Asked.Add(externalKey);
        await Meanwhile();
        return tell(externalKey);
    }
}
