namespace AffiliateStudio.Features.Earnings;

/// <summary>Why a partner changed an item of an order, in words that people use.</summary>
internal static class AdjustmentWords
{
    /// <summary>The words for a partner's reason. One that we do not know is shown as it came; nothing for none.</summary>
    public static string Of(string reason) => reason.Trim().ToUpperInvariant() switch
    {
        "ITEM_RETURNED" => "returned",
        "ITEM_OUT_OF_STOCK" => "out of stock",
        "ORDER_ERROR" => "error in the order",
        "ORDER_UPDATE" => "order changed",
        "CONS_FRAUD" => "suspected fraud",
        "CONS_ERROR" => "buyer’s mistake",
        "NOT_COMPLIANCE_TERMS" => "against the programme’s terms",
        "CREDITED_DIFFERENT_MP" => "credited to another partner",
        "TEST_ACTION" => "test order",
        "RESET" => "reset by the partner",
        "OTHER" => "changed by the partner",
        _ => reason.Trim(),
    };
}
