using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Data.KeyRing;

/// <summary>One element of the Data Protection key ring, encrypted, as XML.</summary>
internal sealed class KeyRingEntry
{
    /// <summary>The id.</summary>
    public Guid Id { get; init; }

    /// <summary>The name that Data Protection gave it.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>The element.</summary>
    public required string Xml { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<KeyRingEntry>
    {
        public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
        {
            builder.ToTable("data_protection_keys");
            builder.HasKey(entry => entry.Id);
            builder.Property(entry => entry.FriendlyName).HasMaxLength(200);
        }
    }
}
