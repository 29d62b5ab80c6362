using System.Collections.Concurrent;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Catalog;

/// <summary>
/// Calls to partners on behalf of somebody who waits at a screen: each with its own deadline, and with every way of failing turned into a <see cref="PartnerFailure"/>.
/// Remembers since when a partner has not answered.
/// </summary>
internal sealed partial class PartnerCalls(
    ConnectionDirectory connections,
    IEnumerable<IPartnerConnector> connectors,
    IOptions<CatalogOptions> options,
    TimeProvider clock,
    ILogger<PartnerCalls> logger)
{
    private readonly IPartnerConnector[] _connectors = [.. connectors];
    private readonly ConcurrentDictionary<PartnerKey, DateTime> _failingSince = new();

    /// <summary>The partner's connector, when it offers this capability.</summary>
    public TCapability? Find<TCapability>(PartnerKey partner)
        where TCapability : class => Array.Find(_connectors, connector => connector.Partner == partner) as TCapability;

    /// <summary>All connectors that offer a capability.</summary>
    public IEnumerable<(PartnerKey Partner, TCapability Capability)> All<TCapability>()
        where TCapability : class => _connectors.OfType<TCapability>().Select(capability => (((IPartnerConnector)capability).Partner, capability));

    /// <summary>Since when the partner's calls have failed without one going through, UTC; null when the last one went through.</summary>
    public DateTime? FailingSince(PartnerKey partner) => _failingSince.TryGetValue(partner, out var since) ? since : null;

    /// <summary>Makes a call over the partner's connection.</summary>
    public async Task<PartnerResult<T>> RunAsync<T>(
        PartnerKey partner,
        Func<ConnectionContext, CancellationToken, Task<PartnerResult<T>>> call,
        CancellationToken cancellationToken)
    {
        if (await connections.OpenAsync(partner, cancellationToken) is not { } connection)
        {
            return new PartnerFailure(PartnerFailureKind.NotConnected, "not connected", "There is no connection.", "An admin can connect it on the connectors page.");
        }

        var result = await WithDeadlineAsync(partner, connection, call, cancellationToken);
        // A partner that refuses what was asked has answered.
        if (result.Succeeded || result.Failure.Kind is PartnerFailureKind.NotFound or PartnerFailureKind.InvalidRequest)
        {
            _failingSince.TryRemove(partner, out _);
            if (result is { Succeeded: true, Value: INoticed { Notices: { Count: > 0 } notices } })
            {
                LogNotices(logger, partner, notices);
            }
        }
        else
        {
            _failingSince.TryAdd(partner, clock.UtcNow());
            LogFailed(logger, partner, result.Failure.Kind, result.Failure.Code);
        }

        return result;
    }

    private async Task<PartnerResult<T>> WithDeadlineAsync<T>(
        PartnerKey partner,
        ConnectionContext connection,
        Func<ConnectionContext, CancellationToken, Task<PartnerResult<T>>> call,
        CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Value.PartnerDeadlineMilliseconds);
        try
        {
            return await call(connection, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PartnerFailure(PartnerFailureKind.TimedOut, "no answer", "No answer within our deadline.", "Try again in a moment.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogDefect(logger, exception, partner);
            return new PartnerFailure(PartnerFailureKind.MalformedAnswer, exception.GetType().Name, "The answer could not be read.", "Try again in a moment.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Partner} gave no usable answer: {Kind} ({Code}).")]
    private static partial void LogFailed(ILogger logger, PartnerKey partner, PartnerFailureKind kind, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Partner} left something out of an answer: {Notices}.")]
    private static partial void LogNotices(ILogger logger, PartnerKey partner, IReadOnlyList<string> notices);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connector of {Partner} threw where it should return a failure.")]
    private static partial void LogDefect(ILogger logger, Exception exception, PartnerKey partner);
}
