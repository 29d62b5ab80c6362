using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MerchantsAndStays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_rate_cards_Partner_Category_EffectiveFrom",
                table: "rate_cards");

            migrationBuilder.AddColumn<string>(
                name: "Merchant",
                table: "rate_cards",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsTravel",
                table: "partners",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CheckIn",
                table: "offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CheckOut",
                table: "offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Guests",
                table: "offers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MerchantId",
                table: "offers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "NightlyMinor",
                table: "offers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PaysNothing",
                table: "offers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "merchants",
                columns: table => new
                {
                    Partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Hosts = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AllowsDeepLinks = table.Column<bool>(type: "boolean", nullable: false),
                    AttributionWindowHours = table.Column<int>(type: "integer", nullable: true),
                    LockingRule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SyncedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merchants", x => new { x.Partner, x.Id });
                    table.ForeignKey(
                        name: "FK_merchants_partners_Partner",
                        column: x => x.Partner,
                        principalTable: "partners",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rate_cards_Partner_Merchant_Category_EffectiveFrom",
                table: "rate_cards",
                columns: new[] { "Partner", "Merchant", "Category", "EffectiveFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "merchants");

            migrationBuilder.DropIndex(
                name: "IX_rate_cards_Partner_Merchant_Category_EffectiveFrom",
                table: "rate_cards");

            migrationBuilder.DropColumn(
                name: "Merchant",
                table: "rate_cards");

            migrationBuilder.DropColumn(
                name: "IsTravel",
                table: "partners");

            migrationBuilder.DropColumn(
                name: "CheckIn",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "CheckOut",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "Guests",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "MerchantId",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "NightlyMinor",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "PaysNothing",
                table: "offers");

            migrationBuilder.CreateIndex(
                name: "IX_rate_cards_Partner_Category_EffectiveFrom",
                table: "rate_cards",
                columns: new[] { "Partner", "Category", "EffectiveFrom" },
                unique: true);
        }
    }
}
