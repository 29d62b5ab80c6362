using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SidesAndAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            RowsBeforeSides.Forget(migrationBuilder);
            RowsBeforeSides.KeepFirstTags(migrationBuilder);

            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "conversions",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Live");

            RowsBeforeSides.TellSandboxConversions(migrationBuilder);

            // SQLite changes no key in place. By hand this stays inside the migration's transaction; EF would step outside of it.
            migrationBuilder.Sql(
                """
                CREATE TABLE report_scopes_by_side (
                    "Partner" TEXT NOT NULL, "Side" TEXT NOT NULL DEFAULT 'Live', "Scope" TEXT NOT NULL, "AsOf" TEXT NOT NULL,
                    CONSTRAINT "PK_report_scopes" PRIMARY KEY ("Partner", "Side", "Scope"));
                INSERT INTO report_scopes_by_side ("Partner", "Scope", "AsOf") SELECT "Partner", "Scope", "AsOf" FROM report_scopes;
                DROP TABLE report_scopes;
                ALTER TABLE report_scopes_by_side RENAME TO report_scopes;
                DROP TABLE conversion_watermarks;
                CREATE TABLE conversion_watermarks (
                    "Partner" TEXT NOT NULL, "Side" TEXT NOT NULL, "Account" TEXT NOT NULL, "Value" TEXT NOT NULL, "UpdatedAt" TEXT NOT NULL,
                    CONSTRAINT "PK_conversion_watermarks" PRIMARY KEY ("Partner", "Side", "Account"));
                DROP INDEX "IX_creator_tags_Partner_Value";
                CREATE UNIQUE INDEX "IX_creator_tags_Partner_Value" ON creator_tags ("Partner", "Value");
                DROP INDEX "IX_conversions_Partner_ExternalKey";
                DROP INDEX "IX_conversions_Partner_Scope";
                CREATE UNIQUE INDEX "IX_conversions_Partner_Side_ExternalKey" ON conversions ("Partner", "Side", "ExternalKey");
                CREATE INDEX "IX_conversions_Partner_Side_Scope" ON conversions ("Partner", "Side", "Scope");
                CREATE INDEX "IX_conversions_Partner_PartnerDay" ON conversions ("Partner", "PartnerDay");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // By hand, because the migration before this one keeps no model to make tables anew from. What is lost is only how far was read.
            migrationBuilder.Sql(
                """
                DROP TABLE report_scopes;
                CREATE TABLE report_scopes (
                    "Partner" TEXT NOT NULL, "Scope" TEXT NOT NULL, "AsOf" TEXT NOT NULL, CONSTRAINT "PK_report_scopes" PRIMARY KEY ("Partner", "Scope"));
                DROP TABLE conversion_watermarks;
                CREATE TABLE conversion_watermarks (
                    "Partner" TEXT NOT NULL CONSTRAINT "PK_conversion_watermarks" PRIMARY KEY, "Value" TEXT NOT NULL, "UpdatedAt" TEXT NOT NULL);
                DROP INDEX "IX_creator_tags_Partner_Value";
                CREATE INDEX "IX_creator_tags_Partner_Value" ON creator_tags ("Partner", "Value");
                DROP INDEX "IX_conversions_Partner_Side_ExternalKey";
                DROP INDEX "IX_conversions_Partner_Side_Scope";
                DROP INDEX "IX_conversions_Partner_PartnerDay";
                ALTER TABLE conversions DROP COLUMN "Side";
                CREATE UNIQUE INDEX "IX_conversions_Partner_ExternalKey" ON conversions ("Partner", "ExternalKey");
                CREATE INDEX "IX_conversions_Partner_Scope" ON conversions ("Partner", "Scope");
                """);
        }
    }
}
