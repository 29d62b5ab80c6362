using AffiliateStudio.Features.Accounts.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Videos.Model;

internal sealed class PlatformAccountConfiguration : IEntityTypeConfiguration<PlatformAccount>
{
    public void Configure(EntityTypeBuilder<PlatformAccount> builder)
    {
        builder.ToTable("platform_accounts");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.OpenId).HasMaxLength(128);
        builder.Property(account => account.Username).HasMaxLength(128);
        builder.Property(account => account.DisplayName).HasMaxLength(128);
        builder.Property(account => account.LastError).HasMaxLength(1000);
        builder.HasIndex(account => new { account.CreatorId, account.Platform }).IsUnique();

        // An account is one creator's: comments of two creators under the same video could not be told apart.
        builder.HasIndex(account => new { account.Platform, account.OpenId }).IsUnique();
        builder.HasOne<Creator>().WithMany().HasForeignKey(account => account.CreatorId).OnDelete(DeleteBehavior.Cascade);
    }
}
