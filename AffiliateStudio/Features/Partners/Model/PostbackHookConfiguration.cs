using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class PostbackHookConfiguration : IEntityTypeConfiguration<PostbackHook>
{
    public void Configure(EntityTypeBuilder<PostbackHook> builder)
    {
        builder.ToTable("postback_hooks");
        builder.HasKey(hook => hook.Partner);
        builder.Property(hook => hook.TokenHash).HasMaxLength(64);
        builder.Property(hook => hook.FormerTokenHash).HasMaxLength(64);
        builder.Property(hook => hook.AllowedSources).HasMaxLength(2000);
    }
}
