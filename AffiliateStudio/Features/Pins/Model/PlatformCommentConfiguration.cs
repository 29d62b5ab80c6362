using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Pins.Model;

internal sealed class PlatformCommentConfiguration : IEntityTypeConfiguration<PlatformComment>
{
    public void Configure(EntityTypeBuilder<PlatformComment> builder)
    {
        builder.ToTable("platform_comments");
        builder.HasKey(comment => comment.PinId);
        builder.Property(comment => comment.CommentId).HasMaxLength(64);
        builder.Property(comment => comment.FailureCode).HasMaxLength(100);
        builder.Property(comment => comment.FailureMessage).HasMaxLength(400);
        builder.Property(comment => comment.FailureRemedy).HasMaxLength(400);
        builder.HasIndex(comment => comment.NextAttemptAt);
        builder.HasIndex(comment => comment.CommentId);
        builder.HasOne<Pin>().WithMany().HasForeignKey(comment => comment.PinId).OnDelete(DeleteBehavior.Restrict);
    }
}
