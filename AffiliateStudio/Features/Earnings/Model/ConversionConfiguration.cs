using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ConversionConfiguration : IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Conversion> builder)
    {
        builder.ToTable("conversions");
        builder.HasKey(conversion => conversion.Id);
        builder.Property(conversion => conversion.ExternalKey).HasMaxLength(200);
        builder.Property(conversion => conversion.Scope).HasMaxLength(200);
        builder.Property(conversion => conversion.StateRaw).HasMaxLength(64);
        builder.Property(conversion => conversion.ProductExternalId).HasMaxLength(64);
        builder.Property(conversion => conversion.ProductTitle).HasMaxLength(300);
        builder.Property(conversion => conversion.OrderId).HasMaxLength(64);
        builder.Property(conversion => conversion.SubId).HasMaxLength(255);
        builder.Property(conversion => conversion.TrackingTag).HasMaxLength(64);
        builder.Property(conversion => conversion.Reason).HasMaxLength(280);
        builder.Property(conversion => conversion.Fingerprint).HasMaxLength(44);
        builder.Property(conversion => conversion.RefusedFingerprint).HasMaxLength(44);
        builder.HasIndex(conversion => new { conversion.Partner, conversion.Side, conversion.ExternalKey }).IsUnique();
        builder.HasIndex(conversion => new { conversion.Partner, conversion.Side, conversion.Scope });
        builder.HasIndex(conversion => new { conversion.Partner, conversion.PartnerDay });
        builder.HasIndex(conversion => new { conversion.CreatorId, conversion.Day });
        builder.HasIndex(conversion => conversion.PinId);
    }
}
