using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ConversionItemConfiguration : IEntityTypeConfiguration<ConversionItem>
{
    public void Configure(EntityTypeBuilder<ConversionItem> builder)
    {
        builder.ToTable("conversion_items");
        builder.HasKey(item => new { item.ConversionId, item.Ordinal });
        builder.Property(item => item.Sku).HasMaxLength(64);
        builder.Property(item => item.Name).HasMaxLength(300);
        builder.Property(item => item.Category).HasMaxLength(200);
        builder.Property(item => item.AdjustmentReason).HasMaxLength(100);
        builder.HasOne<Conversion>().WithMany().HasForeignKey(item => item.ConversionId).OnDelete(DeleteBehavior.Cascade);
    }
}
