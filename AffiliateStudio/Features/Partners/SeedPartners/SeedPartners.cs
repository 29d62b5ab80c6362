using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
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
internal sealed class SeedPartners(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory directory,
    MerchantDirectory merchants,
    IReadOnlyList<PartnerProfile> profiles,
    IdGenerator ids,
    TimeProvider clock) : IHostedService
{
    /// <summary>The first day of the cards that profiles bring.</summary>
    public static DateOnly FirstDay { get; } = new(2026, 1, 1);

    /// <summary>Seeds; changes nothing when all is there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SeedPartnersAsync(db, cancellationToken);
        await SeedRateCardsAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget();
        await merchants.LoadAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedPartnersAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var existing = await db.Set<Partner>().ToDictionaryAsync(partner => partner.Key, cancellationToken);
        foreach (var seed in profiles.Select(profile => profile.Facts))
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
            partner.IsTravel = seed.IsTravel;
            partner.NormalReportLagHours = seed.NormalReportLagHours;
            partner.PriceStampAfterMinutes = seed.PriceStampAfterMinutes;
            partner.HidePriceAfterHours = seed.HidePriceAfterHours;
            partner.Restrictions = seed.Restrictions;
            partner.RequiredDisclosure = seed.RequiredDisclosure;
        }
    }

    private async Task SeedRateCardsAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var existing = await db.Set<RateCard>().Where(card => card.EffectiveFrom == FirstDay && card.Merchant == string.Empty).Select(card => new { card.Partner, card.Category })
            .ToListAsync(cancellationToken);
        var known = existing.Select(card => (card.Partner, card.Category)).ToHashSet();
        foreach (var profile in profiles)
        {
            foreach (var (category, percent) in profile.Rates.Where(rate => !known.Contains((profile.Facts.Key, rate.Category))))
            {
                db.Add(new RateCard
                {
                    Id = ids.New<RateCardId>(),
                    Partner = profile.Facts.Key,
                    Category = category,
                    Rate = Rate.FromPercent(percent),
                    EffectiveFrom = FirstDay,
                    Source = profile.RatesSource,
                    CreatedAt = clock.UtcNow(),
                });
            }
        }
    }
}
