using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.SeedPartners;

/// <summary>
/// Brings the partners' rows to the facts of this build. What an admin decides (approval) is set only when the row is made; rate cards are only ever added, and a card
/// that was replaced by a later one stays as it was.
/// </summary>
internal sealed class SeedPartners(IDbContextFactory<StudioDb> databases, PartnerDirectory directory, IdGenerator ids, TimeProvider clock) : IHostedService
{
    /// <summary>Seeds; changes nothing when all is there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SeedPartnersAsync(db, cancellationToken);
        await SeedRateCardsAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget();
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task SeedPartnersAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var existing = await db.Set<Partner>().ToDictionaryAsync(partner => partner.Key, cancellationToken);
        foreach (var seed in PartnerSeeds.All)
        {
            if (!existing.TryGetValue(seed.Key, out var partner))
            {
                partner = new Partner
                {
                    Key = seed.Key,
                    Name = seed.Name,
                    ShopDomain = seed.ShopDomain,
                    IsApproved = seed.IsApproved,
                    AllowedHosts = seed.AllowedHosts,
                    TimeZone = seed.TimeZone,
                };
                db.Add(partner);
            }

            partner.Name = seed.Name;
            partner.ShopDomain = seed.ShopDomain;
            partner.AllowedHosts = seed.AllowedHosts;
            partner.AttributionWindowHours = seed.AttributionWindowHours;
            partner.PaysAfterDays = seed.PaysAfterDays;
            partner.TimeZone = seed.TimeZone;
            partner.NormalReportLagHours = seed.NormalReportLagHours;
            partner.PriceStampAfterMinutes = seed.PriceStampAfterMinutes;
            partner.HidePriceAfterHours = seed.HidePriceAfterHours;
            partner.Restrictions = seed.Restrictions;
            partner.RequiredDisclosure = seed.RequiredDisclosure;
        }
    }

    private async Task SeedRateCardsAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var existing = await db.Set<RateCard>().Where(card => card.EffectiveFrom == RateCardSeeds.From).Select(card => new { card.Partner, card.Category })
            .ToListAsync(cancellationToken);
        var known = existing.Select(card => (card.Partner, card.Category)).ToHashSet();
        foreach (var (partner, category, percent, source) in RateCardSeeds.All)
        {
            if (known.Contains((partner, category)))
            {
                continue;
            }

            db.Add(new RateCard
            {
                Id = ids.New<RateCardId>(),
                Partner = partner,
                Category = category,
                Rate = Rate.FromPercent(percent),
                EffectiveFrom = RateCardSeeds.From,
                Source = source,
                CreatedAt = clock.UtcNow(),
            });
        }
    }
}
