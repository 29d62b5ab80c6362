using AffiliateStudio.Data.Providers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations.Postgres;

/// <summary>
/// The tables of the click log, which does not go through EF. Clicks are partitioned by day; the click's id carries its time, so the id alone is the key.
/// Recent taps need not survive a crash of the server.
/// </summary>
[DbContext(typeof(PostgresStudioDb))]
[Migration("20261122235910_ClickLog")]
internal sealed class ClickLog : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE clicks (id uuid NOT NULL PRIMARY KEY, pin uuid NOT NULL, at bigint NOT NULL, kind smallint NOT NULL, rule smallint NOT NULL, visitor bytea, agent text NOT NULL) PARTITION BY RANGE (id);
        CREATE TABLE click_hours (pin uuid NOT NULL, hour bigint NOT NULL, kind smallint NOT NULL, clicks bigint NOT NULL, PRIMARY KEY (pin, hour, kind));
        CREATE UNLOGGED TABLE click_taps (pin uuid NOT NULL, visitor bytea NOT NULL, at bigint NOT NULL, id uuid NOT NULL, PRIMARY KEY (pin, visitor));
        CREATE TABLE click_salts (day integer NOT NULL PRIMARY KEY, salt bytea NOT NULL);
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE clicks, click_hours, click_taps, click_salts;");
}
