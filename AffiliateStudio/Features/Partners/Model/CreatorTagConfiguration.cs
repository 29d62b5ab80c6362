using AffiliateStudio.Features.Accounts.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class CreatorTagConfiguration : IEntityTypeConfiguration<CreatorTag>
{
    public void Configure(EntityTypeBuilder<CreatorTag> builder)
    {
        builder.ToTable("creator_tags");
        builder.HasKey(tag => new { tag.CreatorId, tag.Partner });
        builder.Property(tag => tag.Value).HasMaxLength(64);
        builder.HasIndex(tag => new { tag.Partner, tag.Value }).IsUnique();
        builder.HasOne<Creator>().WithMany().HasForeignKey(tag => tag.CreatorId).OnDelete(DeleteBehavior.Cascade);
    }
}
