using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class RateCardConfiguration : IEntityTypeConfiguration<RateCard>
{
    public void Configure(EntityTypeBuilder<RateCard> builder)
    {
        builder.ToTable("rate_cards");
        builder.HasKey(card => card.Id);
        builder.Property(card => card.Merchant).HasMaxLength(40);
        builder.Property(card => card.Category).HasMaxLength(120);
        builder.Property(card => card.Source).HasMaxLength(200);
        builder.HasIndex(card => new { card.Partner, card.Merchant, card.Category, card.EffectiveFrom }).IsUnique();
    }
}
