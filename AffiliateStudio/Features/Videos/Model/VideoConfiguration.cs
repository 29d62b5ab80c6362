using AffiliateStudio.Features.Accounts.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Videos.Model;

internal sealed class VideoConfiguration : IEntityTypeConfiguration<Video>
{
    public void Configure(EntityTypeBuilder<Video> builder)
    {
        builder.ToTable("videos");
        builder.HasKey(video => video.Id);
        builder.Property(video => video.Caption).HasMaxLength(2200);
        builder.Property(video => video.MediaType).HasMaxLength(40);
        builder.Property(video => video.FileName).HasMaxLength(80);
        builder.Property(video => video.PosterFileName).HasMaxLength(80);
        builder.HasIndex(video => new { video.CreatorId, video.CreatedAt });
        builder.HasOne<Creator>().WithMany().HasForeignKey(video => video.CreatorId).OnDelete(DeleteBehavior.Restrict);
    }
}
