using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticesAndHooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "NormalReportLagHours",
                table: "partners",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "connector_notices",
                columns: table => new
                {
                    Partner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    ExampleKey = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    DismissedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connector_notices", x => new { x.Partner, x.Kind, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "postback_hooks",
                columns: table => new
                {
                    Partner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FormerTokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AllowedSources = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    LastReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Received = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_postback_hooks", x => x.Partner);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "connector_notices");

            migrationBuilder.DropTable(
                name: "postback_hooks");

            migrationBuilder.DropColumn(
                name: "NormalReportLagHours",
                table: "partners");
        }
    }
}
