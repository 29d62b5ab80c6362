using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTikTok : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CommentCount",
                table: "videos",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoverUrl",
                table: "videos",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoneAt",
                table: "videos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LikeCount",
                table: "videos",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Platform",
                table: "videos",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlatformOwner",
                table: "videos",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PlatformReadAt",
                table: "videos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlatformVideoId",
                table: "videos",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlayerUrl",
                table: "videos",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ShareCount",
                table: "videos",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShareUrl",
                table: "videos",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ViewCount",
                table: "videos",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "platform_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Platform = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OpenId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Username = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastImportAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LastErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_accounts_creators_CreatorId",
                        column: x => x.CreatorId,
                        principalTable: "creators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_comments",
                columns: table => new
                {
                    PinId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommentId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    MayBePosted = table.Column<bool>(type: "boolean", nullable: false),
                    Postings = table.Column<int>(type: "integer", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PinnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FailedStep = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    FailureKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    FailureCode = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    FailureMessage = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FailureRemedy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_comments", x => x.PinId);
                    table.ForeignKey(
                        name: "FK_platform_comments_pins_PinId",
                        column: x => x.PinId,
                        principalTable: "pins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_sign_ins",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Program = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OpenId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProtectedTokens = table.Column<string>(type: "text", nullable: false),
                    AccessExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RefreshExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Scopes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    NeedsSignIn = table.Column<bool>(type: "boolean", nullable: false),
                    AllowedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sign_ins", x => new { x.AccountId, x.Program });
                    table.ForeignKey(
                        name: "FK_platform_sign_ins_platform_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "platform_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_videos_CreatorId_Platform_PlatformVideoId",
                table: "videos",
                columns: new[] { "CreatorId", "Platform", "PlatformVideoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_CreatorId_Platform",
                table: "platform_accounts",
                columns: new[] { "CreatorId", "Platform" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_Platform_OpenId",
                table: "platform_accounts",
                columns: new[] { "Platform", "OpenId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_comments_CommentId",
                table: "platform_comments",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_comments_NextAttemptAt",
                table: "platform_comments",
                column: "NextAttemptAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_comments");

            migrationBuilder.DropTable(
                name: "platform_sign_ins");

            migrationBuilder.DropTable(
                name: "platform_accounts");

            migrationBuilder.DropIndex(
                name: "IX_videos_CreatorId_Platform_PlatformVideoId",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "CommentCount",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "CoverUrl",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "LikeCount",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "Platform",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "PlatformOwner",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "PlatformReadAt",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "PlatformVideoId",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "PlayerUrl",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "ShareCount",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "ShareUrl",
                table: "videos");

            migrationBuilder.DropColumn(
                name: "ViewCount",
                table: "videos");
        }
    }
}
