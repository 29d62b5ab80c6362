using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ReadBoughtItems;

/// <summary>
/// Asks partners that tell it order by order what was bought: newest orders first, those that were never asked about or changed since. The calls come out of the same
/// hour as those for the money, so there are few of them in a run, and a partner that refuses is left alone until the next.
/// </summary>
internal sealed partial class ReadBoughtItems(
    IDbContextFactory<StudioDb> databases,
    IEnumerable<IPartnerConnector> connectors,
    ConnectionDirectory connections,
    ILogger<ReadBoughtItems> logger)
{
    // More than anybody looks through; an order of a shop has a handful.
    private const int MostItems = 200;

    // The job and what follows a sync may meet; one of them is enough.
    private readonly ConcurrentDictionary<PartnerKey, bool> _running = new();

    /// <summary>The partners whose connectors tell what was bought.</summary>
    public IReadOnlyList<PartnerKey> Partners { get; } = [.. connectors.Where(connector => connector is IConversionItems).Select(connector => connector.Partner)];

    /// <summary>Reads one partner; nothing when it does not tell, is not connected or is being asked already.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="most">How many orders to ask about at most.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<BoughtItems> RunAsync(PartnerKey partner, int most, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not IConversionItems source
            || await connections.OpenAsync(partner, cancellationToken) is not { } connection
            || !_running.TryAdd(partner, true))
        {
            return new BoughtItems(0, null);
        }

        try
        {
            return await ReadAsync(source, connection, most, cancellationToken);
        }
        finally
        {
            _running.TryRemove(partner, out _);
        }
    }

    private async Task<BoughtItems> ReadAsync(IConversionItems source, ConnectionContext connection, int most, CancellationToken cancellationToken)
    {
        var read = 0;
        foreach (var order in await WaitingAsync(connection, most, cancellationToken))
        {
            var told = await source.ReadItemsAsync(connection, order.ExternalKey, cancellationToken);
            if (!told.Succeeded && !IsAboutThisOrder(told.Failure))
            {
                LogStopped(logger, connection.Partner, told.Failure.Code, told.Failure.Message);
                return new BoughtItems(read, told.Failure);
            }

            if (told.Failure?.Kind == PartnerFailureKind.MalformedAnswer)
            {
                continue;
            }

            await KeepAsync(order, told.Succeeded ? told.Value : null, cancellationToken);
            read++;
        }

        return new BoughtItems(read, null);
    }

    private async Task<IReadOnlyList<Order>> WaitingAsync(ConnectionContext connection, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Conversion>()
            .Where(row => row.Partner == connection.Partner && row.Side == connection.Kind && !row.IsWithdrawn && (row.ItemsAsOf == null || row.ItemsAsOf != row.UpdatedAt))
            .OrderByDescending(row => row.OccurredAt).ThenBy(row => row.ExternalKey)
            .Take(most)
            .Select(row => new Order(row.Id, row.ExternalKey, row.UpdatedAt))
            .ToListAsync(cancellationToken);
    }

    // An order that the partner knows nothing about keeps the items that it had, and is asked about again when it changes.
    private async Task KeepAsync(Order order, IReadOnlyList<ReportedItem>? items, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.InWriteAsync(
            async token =>
            {
                if (items is not null)
                {
                    await db.Set<ConversionItem>().Where(item => item.ConversionId == order.Id).ExecuteDeleteAsync(token);
                    db.AddRange(items.Take(MostItems).Select((item, at) => Row(order.Id, at + 1, item)));
                    await db.SaveChangesAsync(token);
                }

                await db.Set<Conversion>().Where(row => row.Id == order.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ItemsAsOf, order.UpdatedAt), token);
                return true;
            },
            cancellationToken);
    }

    // One that cannot be read today may be readable tomorrow, but must not hold up those behind it.
    private static bool IsAboutThisOrder(PartnerFailure failure) =>
        failure.Kind is PartnerFailureKind.NotFound or PartnerFailureKind.InvalidRequest or PartnerFailureKind.Refused or PartnerFailureKind.MalformedAnswer;

    private static ConversionItem Row(ConversionId conversion, int ordinal, ReportedItem item) => new()
    {
        ConversionId = conversion,
        Ordinal = ordinal,
        Sku = ReportedFact.Clean(item.Sku, 64),
        Name = ReportedFact.Clean(item.Name, 300),
        Category = ReportedFact.Clean(item.Category, 200),
        Quantity = item.Quantity,
        SaleCurrency = item.SaleAmount?.Currency ?? Platform.Money.Currency.Usd,
        SaleMinor = item.SaleAmount?.MinorUnits,
        CommissionCurrency = item.Commission?.Currency ?? Platform.Money.Currency.Usd,
        CommissionMinor = item.Commission?.MinorUnits,
        AdjustedAt = item.AdjustedAt,
        AdjustmentReason = ReportedFact.Clean(item.AdjustmentReason, 100),
    };

    private sealed record Order(ConversionId Id, string ExternalKey, DateTime UpdatedAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "What was bought at {Partner} is read on later: {Code} {Words}")]
    private static partial void LogStopped(ILogger logger, PartnerKey partner, string code, string words);
}
