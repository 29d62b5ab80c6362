using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partners");
        builder.HasKey(partner => partner.Key);
        builder.Property(partner => partner.Name).HasMaxLength(80);
        builder.Property(partner => partner.ShopDomain).HasMaxLength(120);
        builder.Property(partner => partner.AllowedHosts).HasMaxLength(1000);
        builder.Property(partner => partner.TimeZone).HasMaxLength(64);
        builder.Property(partner => partner.Restrictions).HasMaxLength(280);
        builder.Property(partner => partner.RequiredDisclosure).HasMaxLength(280);
    }
}
