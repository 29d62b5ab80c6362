using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class MerchantConfiguration : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> builder)
    {
        builder.ToTable("merchants");
        builder.HasKey(merchant => new { merchant.Partner, merchant.Id });
        builder.Property(merchant => merchant.Id).HasMaxLength(40);
        builder.Property(merchant => merchant.Name).HasMaxLength(120);
        builder.Property(merchant => merchant.Hosts).HasMaxLength(1000);
        builder.Property(merchant => merchant.LockingRule).HasMaxLength(200);
        builder.HasOne<Partner>().WithMany().HasForeignKey(merchant => merchant.Partner).OnDelete(DeleteBehavior.Cascade);
    }
}
