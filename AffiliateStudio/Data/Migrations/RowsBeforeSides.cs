using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations;

/// <summary>What SidesAndAccounts makes of rows from before it, the same on both engines.</summary>
internal static class RowsBeforeSides
{
    /// <summary>Whether a row's partner is played by the sandbox when the migration runs.</summary>
    private const string IsSandbox = """EXISTS (SELECT 1 FROM connections WHERE connections."Partner" = {0}."Partner" AND connections."Kind" = 'Sandbox')""";

    /// <summary>
    /// Nobody knows which account a watermark was about, so reading starts anew, which changes nothing that is known. The scopes of sandbox files go with them: the rest is
    /// taken as the partner's own.
    /// </summary>
    public static void Forget(MigrationBuilder migration)
    {
        migration.Sql("DELETE FROM conversion_watermarks;");
        migration.Sql($"""DELETE FROM report_scopes WHERE "Scope" LIKE 'account:%' AND {In("report_scopes")};""");
    }

    /// <summary>What a sandbox reported is marked as its own; what a person uploaded last is not.</summary>
    public static void TellSandboxConversions(MigrationBuilder migration) => migration.Sql(
        $"""
        UPDATE conversions SET "Side" = 'Sandbox' WHERE {In("conversions")}
            AND NOT EXISTS (SELECT 1 FROM import_batches WHERE import_batches."Id" = conversions."BatchId" AND import_batches."UploadedBy" IS NOT NULL);
        """);

    /// <summary>Of several creators with one tag the one whose entry is older keeps it.</summary>
    public static void KeepFirstTags(MigrationBuilder migration)
    {
        migration.Sql("""UPDATE creator_tags SET "Value" = lower("Value") WHERE "Value" <> lower("Value");""");
        migration.Sql(
            """
            DELETE FROM creator_tags WHERE EXISTS (
                SELECT 1 FROM creator_tags AS earlier
                WHERE earlier."Partner" = creator_tags."Partner" AND earlier."Value" = creator_tags."Value"
                    AND (earlier."UpdatedAt" < creator_tags."UpdatedAt"
                        OR (earlier."UpdatedAt" = creator_tags."UpdatedAt" AND earlier."CreatorId" < creator_tags."CreatorId")));
            """);
    }

    private static string In(string table) => IsSandbox.Replace("{0}", table, StringComparison.Ordinal);
}
