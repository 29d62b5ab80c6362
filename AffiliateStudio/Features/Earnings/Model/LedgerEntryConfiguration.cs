using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Formula).HasMaxLength(400);
        builder.Property(entry => entry.Reason).HasMaxLength(280);
        builder.HasIndex(entry => new { entry.CreatorId, entry.Account });
        builder.HasIndex(entry => entry.ConversionId);
        builder.HasIndex(entry => entry.TransactionId);
        builder.HasOne<Conversion>().WithMany().HasForeignKey(entry => entry.ConversionId).OnDelete(DeleteBehavior.Restrict);
    }
}
