using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Earnings.Model;

internal sealed class ReportScopeConfiguration : IEntityTypeConfiguration<ReportScope>
{
    public void Configure(EntityTypeBuilder<ReportScope> builder)
    {
        builder.ToTable("report_scopes");
        builder.HasKey(scope => new { scope.Partner, scope.Side, scope.Scope });
        builder.Property(scope => scope.Scope).HasMaxLength(200);
    }
}
