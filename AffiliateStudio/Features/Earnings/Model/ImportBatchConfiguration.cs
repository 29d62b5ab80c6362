using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("import_batches");
        builder.HasKey(batch => batch.Id);
        builder.Property(batch => batch.Name).HasMaxLength(300);
        builder.HasIndex(batch => batch.AppliedAt);
    }
}
