using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AffiliateStudio.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoverUrl",
                table: "videos",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoneAt",
                table: "videos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LikeCount",
                table: "videos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Platform",
                table: "videos",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlatformOwner",
                table: "videos",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PlatformReadAt",
                table: "videos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlatformVideoId",
                table: "videos",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlayerUrl",
                table: "videos",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ShareCount",
                table: "videos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShareUrl",
                table: "videos",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ViewCount",
                table: "videos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "platform_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Platform = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Username = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastImportAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LastErrorAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    PinId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    MayBePosted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Postings = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PinnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FailedStep = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    FailureKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    FailureCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FailureMessage = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    FailureRemedy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Program = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProtectedTokens = table.Column<string>(type: "TEXT", nullable: false),
                    AccessExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RefreshExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NeedsSignIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllowedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
