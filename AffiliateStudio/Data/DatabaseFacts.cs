using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data;

/// <summary>What operators ask about the database.</summary>
internal static class DatabaseFacts
{
    /// <summary>The first SQLite version without the write-ahead log bug (a checkpoint can race a reset of the log).</summary>
    private static readonly Version FixedSqlite = new(3, 51, 3);

    /// <summary>The version of the engine behind a context, such as <c>3.50.4</c>.</summary>
    public static async Task<string> VersionAsync(StudioDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = db.Database.IsSqlite() ? "SELECT sqlite_version()" : "SHOW server_version";
            return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) ?? "unknown";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A sentence for admins when this SQLite has the log-reset bug (3.7.0 to 3.51.2 without the fix of 3.44.6 and 3.50.7), else null.</summary>
    public static string? WarningFor(string sqliteVersion)
    {
        if (!Version.TryParse(sqliteVersion, out var version) || version >= FixedSqlite)
        {
            return null;
        }

        var isPatched = version is { Major: 3, Minor: 50, Build: >= 7 } or { Major: 3, Minor: 44, Build: >= 6 };
        return isPatched
            ? null
            : $"SQLite {sqliteVersion} can lose commits when a checkpoint races a reset of its log (fixed in 3.51.3). This product checkpoints alone in the writer's turn, which avoids it; still, do not open the file with other programs while it runs.";
    }
}
