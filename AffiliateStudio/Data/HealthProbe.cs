using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Data;

/// <summary>The one row that the health check writes to see whether the database takes writes.</summary>
internal sealed class HealthProbe
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>How often it was written.</summary>
    public long Writes { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<HealthProbe>
    {
        public void Configure(EntityTypeBuilder<HealthProbe> builder)
        {
            builder.ToTable("health_probe");
            builder.HasKey(probe => probe.Id);
            builder.Property(probe => probe.Id).ValueGeneratedNever();
        }
    }
}
