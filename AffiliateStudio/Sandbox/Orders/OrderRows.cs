using AffiliateStudio.Platform.Money;
using Microsoft.Data.Sqlite;

namespace AffiliateStudio.Sandbox.Orders;

/// <summary>Orders as rows of the sandbox's database. Times are milliseconds since 1970, UTC; days are numbers since the year 1.</summary>
internal static class OrderRows
{
    private const string Columns =
        "number, partner, product_id, title, category, seller, quantity, unit_cents, rate_basis_points, tag, sub_id, sub_id2, sub_id3, shared_id, click_id, campaign_id, ad_id, " +
        "clicked_at, ordered_at, returned_at, merchant_id, stay_from, stay_to";

    /// <summary>A time as it is stored.</summary>
    public static long Stored(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();

    /// <summary>Adds an order and returns its id.</summary>
    public static long Insert(SqliteConnection db, SandboxOrder order)
    {
        object[] values =
        [
            order.Number, (int)order.Partner, order.ProductId, order.Title, order.Category, order.Seller, order.Quantity, order.UnitPrice.MinorUnits, order.Rate.BasisPoints,
            order.Tag, order.SubId, order.SubId2, order.SubId3, order.SharedId, order.ClickId, order.CampaignId, order.AdId,
            Stored(order.ClickedAt), Stored(order.OrderedAt), DBNull.Value, order.MerchantId, Day(order.StayFrom), Day(order.StayTo),
        ];
        using var command = db.CreateCommand();
        command.CommandText = $"INSERT INTO orders ({Columns}) VALUES ({string.Join(", ", values.Select((_, i) => "$" + i))}) RETURNING id";
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + i, values[i]);
        }

        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Marks an order as taken back.</summary>
    public static void SetReturned(SqliteConnection db, long id, DateTime at)
    {
        using var command = db.CreateCommand();
        command.CommandText = "UPDATE orders SET returned_at = $at WHERE id = $id";
        command.Parameters.AddWithValue("$at", Stored(at));
        command.Parameters.AddWithValue("$id", id);
        command.ExecuteNonQuery();
    }

    /// <summary>How many orders there are.</summary>
    public static int Count(SqliteConnection db)
    {
        using var command = db.CreateCommand();
        command.CommandText = "SELECT count(*) FROM orders";
        return (int)(long)command.ExecuteScalar()!;
    }

    /// <summary>Reads orders.</summary>
    /// <param name="db">The database.</param>
    /// <param name="tail">The fixed text from WHERE on; values are parameters.</param>
    /// <param name="parameters">The parameters.</param>
    public static List<SandboxOrder> Read(SqliteConnection db, string tail, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = db.CreateCommand();
        command.CommandText = $"SELECT id, {Columns} FROM orders {tail}";
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var orders = new List<SandboxOrder>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            orders.Add(ReadOne(reader));
        }

        return orders;
    }

    private static SandboxOrder ReadOne(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Number = row.GetString(1),
        Partner = (SandboxPartner)row.GetInt32(2),
        ProductId = row.GetString(3),
        Title = row.GetString(4),
        Category = row.GetString(5),
        Seller = row.GetString(6),
        Quantity = row.GetInt32(7),
        UnitPrice = new Money(row.GetInt64(8), Currency.Usd),
        Rate = new Rate(row.GetInt32(9)),
        Tag = row.GetString(10),
        SubId = row.GetString(11),
        SubId2 = row.GetString(12),
        SubId3 = row.GetString(13),
        SharedId = row.GetString(14),
        ClickId = row.GetString(15),
        CampaignId = row.GetString(16),
        AdId = row.GetString(17),
        ClickedAt = Time(row.GetInt64(18)),
        OrderedAt = Time(row.GetInt64(19)),
        ReturnedAt = row.IsDBNull(20) ? null : Time(row.GetInt64(20)),
        MerchantId = row.GetString(21),
        StayFrom = row.IsDBNull(22) ? null : DateOnly.FromDayNumber(row.GetInt32(22)),
        StayTo = row.IsDBNull(23) ? null : DateOnly.FromDayNumber(row.GetInt32(23)),
    };

    private static object Day(DateOnly? day) => day is { } given ? given.DayNumber : DBNull.Value;

    private static DateTime Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
