using System.Runtime.CompilerServices;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Features.Earnings;

/// <summary>A partner that reports what a test says, and remembers from where it was asked to go on.</summary>
internal sealed class ReportingPartner(PartnerKey partner, params PartnerResult<ConversionBatch>[] answers) : IPartnerConnector, IConversionFeed
{
    public PartnerKey Partner => partner;

    public IReadOnlyList<ConnectionSetting> Settings { get; } = [new("account", "Account", false, "At the partner."), new("token", "Token", true, "At the partner.")];

    /// <summary>What is answered at the next reading.</summary>
    public IReadOnlyList<PartnerResult<ConversionBatch>> Answers { get; set; } = answers;

    /// <summary>The watermark of each reading.</summary>
    public List<string?> Watermarks { get; } = [];

    /// <summary>Runs between two answers.</summary>
    public Func<Task> Between { get; set; } = () => Task.CompletedTask;

    public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(
        ConnectionContext connection, string? watermark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watermarks.Add(watermark);
        foreach (var answer in Answers)
        {
            yield return answer;
            await Between();
        }
    }
}
