using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Catalog.Model;

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasKey(offer => offer.Id);
        builder.Property(offer => offer.ExternalId).HasMaxLength(64);
        builder.Property(offer => offer.Title).HasMaxLength(300);
        builder.Property(offer => offer.Merchant).HasMaxLength(120);
        builder.Property(offer => offer.MerchantId).HasMaxLength(40);
        builder.Property(offer => offer.Brand).HasMaxLength(120);
        builder.Property(offer => offer.Gtin).HasMaxLength(14);
        builder.Property(offer => offer.Category).HasMaxLength(120);
        builder.Property(offer => offer.Description).HasMaxLength(4000);
        builder.Property(offer => offer.ImageUrls).HasMaxLength(4000);
        builder.Property(offer => offer.ProductUrl).HasMaxLength(2000);
        builder.Ignore(offer => offer.Stay);
        builder.Ignore(offer => offer.Price);
        builder.Ignore(offer => offer.WasPrice);
        builder.HasIndex(offer => new { offer.Partner, offer.ExternalId }).IsUnique();
        builder.HasIndex(offer => offer.Gtin);
        builder.HasIndex(offer => offer.Category);
    }
}
