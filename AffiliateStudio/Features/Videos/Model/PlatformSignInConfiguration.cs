using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Videos.Model;

internal sealed class PlatformSignInConfiguration : IEntityTypeConfiguration<PlatformSignIn>
{
    public void Configure(EntityTypeBuilder<PlatformSignIn> builder)
    {
        builder.ToTable("platform_sign_ins");
        builder.HasKey(signIn => new { signIn.AccountId, signIn.Program });
        builder.Property(signIn => signIn.OpenId).HasMaxLength(128);
        builder.Property(signIn => signIn.Scopes).HasMaxLength(1000);
        builder.HasOne<PlatformAccount>().WithMany().HasForeignKey(signIn => signIn.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
