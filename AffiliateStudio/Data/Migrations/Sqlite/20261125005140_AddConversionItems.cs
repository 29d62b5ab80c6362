using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddConversionItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ItemsAsOf",
                table: "conversions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conversion_items",
                columns: table => new
                {
                    ConversionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    SaleCurrency = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 3, nullable: false),
                    SaleMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    CommissionCurrency = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 3, nullable: false),
                    CommissionMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    AdjustedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AdjustmentReason = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversion_items", x => new { x.ConversionId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_conversion_items_conversions_ConversionId",
                        column: x => x.ConversionId,
                        principalTable: "conversions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conversion_items");

            migrationBuilder.DropColumn(
                name: "ItemsAsOf",
                table: "conversions");
        }
    }
}
