using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AffiliateStudio.Features.Partners.Model;

internal sealed class ConnectorNoticeConfiguration : IEntityTypeConfiguration<ConnectorNotice>
{
    public void Configure(EntityTypeBuilder<ConnectorNotice> builder)
    {
        builder.ToTable("connector_notices");
        builder.HasKey(notice => new { notice.Partner, notice.Kind, notice.Word });
        builder.Property(notice => notice.Word).HasMaxLength(ConnectorNotice.LongestWord);
        builder.Property(notice => notice.ExampleKey).HasMaxLength(255);
    }
}
