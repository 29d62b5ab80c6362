using AffiliateStudio.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Accounts.Model;

internal sealed class CreatorConfiguration : IEntityTypeConfiguration<Creator>
{
    public void Configure(EntityTypeBuilder<Creator> builder)
    {
        builder.ToTable("creators");
        builder.HasKey(creator => creator.Id);
        builder.Property(creator => creator.Handle).HasMaxLength(24);
        builder.Property(creator => creator.DisplayName).HasMaxLength(80);
        builder.Property(creator => creator.Bio).HasMaxLength(280);
        builder.HasIndex(creator => creator.Handle).IsUnique();
        builder.HasIndex(creator => creator.UserId).IsUnique();
        builder.HasOne<StudioUser>().WithOne().HasForeignKey<Creator>(creator => creator.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
