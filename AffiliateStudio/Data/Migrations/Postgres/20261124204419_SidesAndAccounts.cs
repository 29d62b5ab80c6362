using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Postgres
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
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Live");

            RowsBeforeSides.TellSandboxConversions(migrationBuilder);

            migrationBuilder.DropIndex(
                name: "IX_conversions_Partner_ExternalKey",
                table: "conversions");

            migrationBuilder.DropIndex(
                name: "IX_conversions_Partner_Scope",
                table: "conversions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_report_scopes",
                table: "report_scopes");

            migrationBuilder.DropIndex(
                name: "IX_creator_tags_Partner_Value",
                table: "creator_tags");

            migrationBuilder.DropPrimaryKey(
                name: "PK_conversion_watermarks",
                table: "conversion_watermarks");

            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "report_scopes",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Live");

            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "conversion_watermarks",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Live");

            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "conversion_watermarks",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_report_scopes",
                table: "report_scopes",
                columns: new[] { "Partner", "Side", "Scope" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_conversion_watermarks",
                table: "conversion_watermarks",
                columns: new[] { "Partner", "Side", "Account" });

            migrationBuilder.CreateIndex(
                name: "IX_conversions_Partner_PartnerDay",
                table: "conversions",
                columns: new[] { "Partner", "PartnerDay" });

            migrationBuilder.CreateIndex(
                name: "IX_creator_tags_Partner_Value",
                table: "creator_tags",
                columns: new[] { "Partner", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversions_Partner_Side_ExternalKey",
                table: "conversions",
                columns: new[] { "Partner", "Side", "ExternalKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversions_Partner_Side_Scope",
                table: "conversions",
                columns: new[] { "Partner", "Side", "Scope" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The narrower keys do not hold for what two sides or accounts left; what is lost is only how far was read.
            migrationBuilder.Sql("DELETE FROM report_scopes; DELETE FROM conversion_watermarks;");

            migrationBuilder.DropPrimaryKey(
                name: "PK_report_scopes",
                table: "report_scopes");

            migrationBuilder.DropIndex(
                name: "IX_conversions_Partner_PartnerDay",
                table: "conversions");

            migrationBuilder.DropIndex(
                name: "IX_creator_tags_Partner_Value",
                table: "creator_tags");

            migrationBuilder.DropIndex(
                name: "IX_conversions_Partner_Side_ExternalKey",
                table: "conversions");

            migrationBuilder.DropIndex(
                name: "IX_conversions_Partner_Side_Scope",
                table: "conversions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_conversion_watermarks",
                table: "conversion_watermarks");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "report_scopes");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "conversions");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "conversion_watermarks");

            migrationBuilder.DropColumn(
                name: "Account",
                table: "conversion_watermarks");

            migrationBuilder.AddPrimaryKey(
                name: "PK_report_scopes",
                table: "report_scopes",
                columns: new[] { "Partner", "Scope" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_conversion_watermarks",
                table: "conversion_watermarks",
                column: "Partner");

            migrationBuilder.CreateIndex(
                name: "IX_creator_tags_Partner_Value",
                table: "creator_tags",
                columns: new[] { "Partner", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_conversions_Partner_ExternalKey",
                table: "conversions",
                columns: new[] { "Partner", "ExternalKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversions_Partner_Scope",
                table: "conversions",
                columns: new[] { "Partner", "Scope" });
        }
    }
}
