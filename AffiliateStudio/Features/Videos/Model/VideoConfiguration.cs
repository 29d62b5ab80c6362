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
        builder.Property(video => video.PlatformVideoId).HasMaxLength(64);
        builder.Property(video => video.PlatformOwner).HasMaxLength(128);
        builder.Property(video => video.ShareUrl).HasMaxLength(2000);
        builder.Property(video => video.PlayerUrl).HasMaxLength(2000);
        builder.Property(video => video.CoverUrl).HasMaxLength(2000);
        builder.Ignore(video => video.HasPoster);
        builder.HasIndex(video => new { video.CreatorId, video.CreatedAt });

        // A video of a platform is imported once, whatever two tabs do at the same time.
        builder.HasIndex(video => new { video.CreatorId, video.Platform, video.PlatformVideoId }).IsUnique();
        builder.HasOne<Creator>().WithMany().HasForeignKey(video => video.CreatorId).OnDelete(DeleteBehavior.Restrict);
    }
}
