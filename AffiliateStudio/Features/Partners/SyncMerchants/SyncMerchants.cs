using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.SyncMerchants;

/// <summary>
/// Reads the terms of every partner that tells them: who its merchants are, whether we are in their programmes, their windows and rates. A rate that changed becomes a new
/// card from today on; what was earned before keeps the card that it was estimated with.
/// </summary>
internal sealed partial class SyncMerchants(
    IDbContextFactory<StudioDb> databases,
    ConnectionDirectory connections,
    IEnumerable<IPartnerConnector> connectors,
    MerchantDirectory merchants,
    IdGenerator ids,
    TimeProvider clock,
    ILogger<SyncMerchants> logger) : IStudioJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "Read merchants' terms";

    /// <inheritdoc />
    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        foreach (var connector in connectors.Where(connector => connector is IMerchantTerms))
        {
            progress.Report(0, $"Asking {connector.Partner}.");
            await RunAsync(connector.Partner, cancellationToken);
        }
    }

    /// <summary>Reads one partner's terms.</summary>
    /// <returns>Why nothing was read, or null when all was.</returns>
    public async Task<PartnerFailure?> RunAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not IMerchantTerms terms
            || await connections.OpenAsync(partner, cancellationToken) is not { } connection)
        {
            return null;
        }

        var told = await terms.ReadMerchantsAsync(connection, cancellationToken);
        if (!told.Succeeded)
        {
            LogFailed(logger, partner.Value, told.Failure.Code, told.Failure.Message);
            return told.Failure;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.InWriteAsync(
            async token =>
            {
                await KeepAsync(db, partner, told.Value, token);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
        await merchants.LoadAsync(cancellationToken);
        return null;
    }

    private async Task KeepAsync(StudioDb db, PartnerKey partner, IReadOnlyList<MerchantTerms> told, CancellationToken cancellationToken)
    {
        var zone = await db.Set<Partner>().Where(row => row.Key == partner).Select(row => row.TimeZone).FirstOrDefaultAsync(cancellationToken);
        if (zone is null)
        {
            return;
        }

        var now = clock.UtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        var known = await db.Set<Merchant>().Where(row => row.Partner == partner).ToDictionaryAsync(row => row.Id, cancellationToken);
        var cards = (await db.Set<RateCard>().Where(card => card.Partner == partner && card.Merchant != string.Empty).ToListAsync(cancellationToken))
            .ToLookup(card => (card.Merchant, card.Category));
        foreach (var terms in told.Where(terms => terms.Id.Length is > 0 and <= 40).DistinctBy(terms => terms.Id))
        {
            if (!known.Remove(terms.Id, out var row))
            {
                row = new Merchant { Partner = partner, Id = terms.Id, Name = string.Empty, Hosts = string.Empty };
                db.Add(row);
            }

            Tell(row, terms, now);
            AddCards(db, partner, terms, cards, today, now);
        }

        // The partner does not name them any more.
        foreach (var gone in known.Values.Where(row => row.State != MerchantState.Inactive))
        {
            (gone.State, gone.SyncedAt) = (MerchantState.Inactive, now);
        }
    }

    private static void Tell(Merchant row, MerchantTerms terms, DateTime now)
    {
        row.Name = Cut(terms.Name.Trim(), 120);
        row.Hosts = string.Join(' ', FitInto(terms.Hosts, 1000));
        row.State = terms.State;
        row.AllowsDeepLinks = terms.AllowsDeepLinks;
        row.AttributionWindowHours = terms.AttributionWindowHours is > 0 and var hours ? hours : null;
        row.LockingRule = Cut(terms.LockingRule.Trim(), 200);
        row.SyncedAt = now;
    }

    private void AddCards(StudioDb db, PartnerKey partner, MerchantTerms terms, ILookup<(string Merchant, string Category), RateCard> cards, DateOnly today, DateTime now)
    {
        foreach (var rate in RatesOf(partner, terms, cards))
        {
            // Changed twice on one day, the first card stands until tomorrow's run.
            var latest = cards[(terms.Id, rate.Category)].MaxBy(card => card.EffectiveFrom);
            if (latest is null || (latest.Rate != rate.Rate && latest.EffectiveFrom < today))
            {
                db.Add(new RateCard
                {
                    Id = ids.New<RateCardId>(),
                    Partner = partner,
                    Merchant = terms.Id,
                    Category = rate.Category,
                    Rate = rate.Rate,
                    EffectiveFrom = today,
                    Source = Cut(rate.Source, 200),
                    CreatedAt = now,
                });
            }
        }
    }

    // A group that fits none of our categories ("New customers") is no rate for whatever has none; of two for one category the lower is promised. A category that is not told
    // any more falls back to what the merchant pays in general.
    private static List<MerchantRate> RatesOf(PartnerKey partner, MerchantTerms terms, ILookup<(string Merchant, string Category), RateCard> cards)
    {
        var told = terms.Rates
            .Select(rate => rate with { Category = rate.Category.Length == 0 ? string.Empty : StudioCategories.Map(partner, rate.Category) })
            .Where(rate => rate.Category != StudioCategories.Other)
            .GroupBy(rate => rate.Category, (_, same) => same.MinBy(rate => rate.Rate.BasisPoints)!)
            .ToList();
        if (told.Find(rate => rate.Category.Length == 0) is { } general)
        {
            told.AddRange(cards.Where(group => group.Key.Merchant == terms.Id && !told.Exists(rate => rate.Category == group.Key.Category))
                .Select(group => general with { Category = group.Key.Category })
                .ToList());
        }

        return told;
    }

    private static IEnumerable<string> FitInto(IReadOnlyList<string> hosts, int limit)
    {
        var length = 0;
        foreach (var host in hosts.Where(host => host.Length > 0 && !host.Contains(' ', StringComparison.Ordinal)).Distinct())
        {
            length += host.Length + 1;
            if (length > limit)
            {
                yield break;
            }

            yield return host;
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    [LoggerMessage(Level = LogLevel.Information, Message = "The terms of {Partner} could not be read: {Code} {Words}")]
    private static partial void LogFailed(ILogger logger, string partner, string code, string words);
}
