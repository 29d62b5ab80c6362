using AffiliateStudio.Data.Providers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AffiliateStudio.Data.Migrations.Postgres;

/// <summary>
/// Full-text search over offers: a generated column that PostgreSQL keeps up itself, with a GIN index. Accents and punctuation are taken out first so that words are cut
/// the same way as in a search and as on SQLite.
/// </summary>
[DbContext(typeof(PostgresStudioDb))]
[Migration("20261122235930_OfferSearch")]
internal sealed class OfferSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE FUNCTION offer_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
                regexp_replace(
                    translate(
                        lower($1),
                        'àáâãäåāăąçćčďèéêëēėęěğìíîïīłñńňòóôõöøōőŕřśšşťţùúûüūůűųýÿžźż',
                        'aaaaaaaaacccdeeeeeeeegiiiiilnnnoooooooorrsssttuuuuuuuuyyzzz'),
                    '[!-/:-@\[-`{-~]+', ' ', 'g');
            """);
        migrationBuilder.Sql(
            """
            ALTER TABLE offers ADD COLUMN "SearchWords" tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english'::regconfig, offer_words("Title")), 'A')
                || setweight(to_tsvector('english'::regconfig, offer_words("Brand")), 'B')
                || setweight(to_tsvector('english'::regconfig, offer_words("Category" || ' ' || "Merchant")), 'C')
                || setweight(to_tsvector('english'::regconfig, offer_words("Description")), 'D')) STORED;
            """);
        migrationBuilder.Sql("""CREATE INDEX "IX_offers_SearchWords" ON offers USING gin ("SearchWords");""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE offers DROP COLUMN "SearchWords";
        DROP FUNCTION offer_words(text);
        """);
}
