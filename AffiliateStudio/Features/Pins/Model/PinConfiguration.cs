using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Videos.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Pins.Model;

internal sealed class PinConfiguration : IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.ToTable("pins");
        builder.HasKey(pin => pin.Id);
        builder.Property(pin => pin.Text).HasMaxLength(500);
        builder.Property(pin => pin.Disclosure).HasMaxLength(280);
        builder.Property(pin => pin.TargetUrl).HasMaxLength(Pin.LongestTarget);
        builder.Property(pin => pin.SubIdParameter).HasMaxLength(32);
        builder.Property(pin => pin.Version).IsConcurrencyToken();
        builder.HasIndex(pin => pin.LinkCode).IsUnique();
        builder.HasIndex(pin => pin.CreatorId);

        // The same offer stands on a video once, whatever two tabs do at the same time; retired pins do not count.
        builder.HasIndex(pin => new { pin.VideoId, pin.OfferId }).IsUnique().HasFilter("\"State\" <> 'Retired'");
        builder.HasOne<Creator>().WithMany().HasForeignKey(pin => pin.CreatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Video>().WithMany().HasForeignKey(pin => pin.VideoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Offer>().WithMany().HasForeignKey(pin => pin.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}
