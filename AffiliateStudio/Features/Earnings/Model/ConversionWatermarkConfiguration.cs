using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ConversionWatermarkConfiguration : IEntityTypeConfiguration<ConversionWatermark>
{
    public void Configure(EntityTypeBuilder<ConversionWatermark> builder)
    {
        builder.ToTable("conversion_watermarks");
        builder.HasKey(watermark => new { watermark.Partner, watermark.Side, watermark.Account });
        builder.Property(watermark => watermark.Account).HasMaxLength(64);
    }
}
