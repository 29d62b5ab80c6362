using AffiliateStudio.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Videos.Model;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments");
        builder.HasKey(comment => comment.Id);
        builder.Property(comment => comment.Body).HasMaxLength(500);
        builder.HasIndex(comment => new { comment.VideoId, comment.CreatedAt });
        builder.HasOne<Video>().WithMany().HasForeignKey(comment => comment.VideoId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StudioUser>().WithMany().HasForeignKey(comment => comment.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
