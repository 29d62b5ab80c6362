using AffiliateStudio.Data.Providers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations.Sqlite;

/// <summary>The database itself refuses to change or remove ledger entries and conversion events.</summary>
[DbContext(typeof(SqliteStudioDb))]
[Migration("20261122235920_LedgerIsAppendOnly")]
internal sealed class LedgerIsAppendOnly : Migration
{
    private static readonly string[] Tables = ["ledger_entries", "conversion_events"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}_no_{verb.ToLowerInvariant()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            }
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;");
        }
    }
}
