using System.Globalization;

namespace AffiliateStudio.Features.Earnings.ReadEarnings;

/// <summary>Numbers of things in words, as the viewer's culture writes them.</summary>
internal static class Counted
{
    /// <summary>Such as "1 click" and "1,204 clicks".</summary>
    public static string Of(long number, string thing) => $"{number.ToString("N0", CultureInfo.CurrentCulture)} {thing}{(number == 1 ? null : "s")}";

    /// <summary>Sales and what was taken back, such as "108 orders and 4 returns"; the half that is nothing is left out.</summary>
    public static string OrdersAndReturns(long orders, long returns) => (orders, returns) switch
    {
        (_, 0) => Of(orders, "order"),
        (0, _) => Of(returns, "return"),
        _ => $"{Of(orders, "order")} and {Of(returns, "return")}",
    };
}
