using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ConversionEventConfiguration : IEntityTypeConfiguration<ConversionEvent>
{
    public void Configure(EntityTypeBuilder<ConversionEvent> builder)
    {
        builder.ToTable("conversion_events");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.StateRaw).HasMaxLength(64);
        builder.Property(e => e.Reason).HasMaxLength(280);
        builder.HasIndex(e => new { e.Kind, e.RecordedAt });
        builder.HasOne<Conversion>().WithMany().HasForeignKey(e => e.ConversionId).OnDelete(DeleteBehavior.Restrict);
    }
}
