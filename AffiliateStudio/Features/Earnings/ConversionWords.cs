using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings;

/// <summary>States as people read them.</summary>
internal static class ConversionWords
{
    /// <summary>The word for a state, lower case. A word of the partner's that we do not know counts as pending.</summary>
    public static string Of(ConversionState state) => state switch
    {
        ConversionState.Approved => "approved",
        ConversionState.Payable => "payable",
        ConversionState.Paid => "paid",
        ConversionState.Reversed => "reversed",
        ConversionState.Held => "held",
        _ => "pending",
    };
}
