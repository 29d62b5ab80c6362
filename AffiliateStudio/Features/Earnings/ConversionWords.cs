using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings;

/// <summary>States as people read them, in pages, URLs and exports.</summary>
internal static class ConversionWords
{
    /// <summary>The words in the order in which money moves.</summary>
    public static IReadOnlyList<string> All { get; } = ["pending", "held", "approved", "payable", "paid", "reversed"];

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

    /// <summary>The states behind a word; <c>earned</c> is everything that was not reversed; null for no word of ours.</summary>
    public static IReadOnlyList<ConversionState>? StatesOf(string? word) => word switch
    {
        "earned" => [.. Enum.GetValues<ConversionState>().Where(state => state != ConversionState.Reversed)],
        not null when All.Contains(word) => [.. Enum.GetValues<ConversionState>().Where(state => Of(state) == word)],
        _ => null,
    };

    /// <summary>The chip's class for a word.</summary>
    public static string ChipOf(string word) => word switch
    {
        "pending" => "chip chip--wait",
        "payable" or "paid" => "chip chip--good",
        "approved" => "chip chip--info",
        "reversed" or "held" => "chip chip--bad",
        _ => "chip",
    };

    /// <summary>The chart's colour for a word; the same on every page.</summary>
    public static string ColorOf(string word) => word switch
    {
        "pending" => "wait",
        "approved" => "info",
        "payable" => "good",
        "held" => "bad",
        _ => "ink-muted",
    };
}
