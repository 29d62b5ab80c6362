using AffiliateStudio.Data.Providers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations.Postgres;

/// <summary>The database itself refuses to change or remove ledger entries and conversion events.</summary>
[DbContext(typeof(PostgresStudioDb))]
[Migration("20261122235920_LedgerIsAppendOnly")]
internal sealed class LedgerIsAppendOnly : Migration
{
    private static readonly string[] Tables = ["ledger_entries", "conversion_events"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_append_only ON {table};");
        }

        migrationBuilder.Sql("DROP FUNCTION refuse_change();");
    }
}
