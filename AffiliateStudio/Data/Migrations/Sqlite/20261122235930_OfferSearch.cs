using AffiliateStudio.Data.Providers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations.Sqlite;

/// <summary>
/// Full-text search over offers with FTS5, kept up by triggers. The index holds no copy of the texts; a table of keys stands between because the row ids of "offers" are
/// not promised to survive a VACUUM. A later migration that rebuilds "offers" has to make the triggers again.
/// </summary>
[DbContext(typeof(SqliteStudioDb))]
[Migration("20261122235930_OfferSearch")]
internal sealed class OfferSearch : Migration
{
    private const string AddNew =
        """
        INSERT INTO offer_search (rowid, title, brand, merchant, category, body)
            SELECT "Key", new."Title", new."Brand", new."Merchant", new."Category", new."Description" FROM offer_search_keys WHERE "OfferId" = new."Id";
        """;

    private const string RemoveOld = """DELETE FROM offer_search WHERE rowid = (SELECT "Key" FROM offer_search_keys WHERE "OfferId" = old."Id");""";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""CREATE TABLE offer_search_keys ("Key" INTEGER PRIMARY KEY, "OfferId" TEXT NOT NULL UNIQUE);""");
        migrationBuilder.Sql(
            "CREATE VIRTUAL TABLE offer_search USING fts5(title, brand, merchant, category, body, content='', contentless_delete=1, "
            + "tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');");
        migrationBuilder.Sql(
            """
            INSERT INTO offer_search_keys ("OfferId") SELECT "Id" FROM offers;
            INSERT INTO offer_search (rowid, title, brand, merchant, category, body)
                SELECT k."Key", o."Title", o."Brand", o."Merchant", o."Category", o."Description" FROM offers o JOIN offer_search_keys k ON k."OfferId" = o."Id";
            """);
        migrationBuilder.Sql(
            $"""CREATE TRIGGER offers_search_insert AFTER INSERT ON offers BEGIN INSERT INTO offer_search_keys ("OfferId") VALUES (new."Id"); {AddNew} END;""");
        migrationBuilder.Sql(
            $"""CREATE TRIGGER offers_search_update AFTER UPDATE OF "Title", "Brand", "Merchant", "Category", "Description" ON offers BEGIN {RemoveOld} {AddNew} END;""");
        migrationBuilder.Sql(
            $"""CREATE TRIGGER offers_search_delete AFTER DELETE ON offers BEGIN {RemoveOld} DELETE FROM offer_search_keys WHERE "OfferId" = old."Id"; END;""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TRIGGER offers_search_insert;
        DROP TRIGGER offers_search_update;
        DROP TRIGGER offers_search_delete;
        DROP TABLE offer_search;
        DROP TABLE offer_search_keys;
        """);
}
