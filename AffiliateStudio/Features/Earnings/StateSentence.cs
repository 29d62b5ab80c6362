using System.Globalization;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings;

/// <summary>Why a conversion stands where it stands, in a sentence.</summary>
internal static class StateSentence
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The sentence.</summary>
    /// <param name="row">The conversion.</param>
    /// <param name="partner">The partner's name.</param>
    /// <param name="isTravel">Whether it is about stays, which are approved only when they are over.</param>
    public static string Of(Conversion row, string partner, bool isTravel) => row.State switch
    {
        ConversionState.Reversed or ConversionState.Held when row.Reason.Length > 0 => isTravel ? $"{row.Reason}; {partner} pays for completed stays only" : row.Reason,
        ConversionState.Reversed => isTravel ? $"Cancelled or changed; {partner} pays for completed stays only" : $"Reversed by {partner}",
        _ when row.Quantity < 0 => $"Returned; {partner} takes its commission back",
        ConversionState.Pending when row.LocksAt is { } locks => $"Pending until {locks.ToString("d MMM yyyy", English)}, then {partner} locks it",
        ConversionState.Pending when isTravel => $"Pending: {partner} approves it after the guests have left",
        ConversionState.Other => $"{partner} calls it “{row.StateRaw}”; it counts as pending",
        ConversionState.Approved => isTravel ? $"The stay is over; {partner} has approved it and will pay" : $"{partner} has locked it and will pay",
        ConversionState.Payable when row.ClearedAt is { } cleared => $"Cleared by {partner} on {cleared.ToString("d MMM yyyy", English)}",
        ConversionState.Payable when isTravel => $"The stay is over; {partner} has cleared it for payment",
        _ when row.Reason.Length > 0 => row.Reason,
        _ => $"{partner} says {row.StateRaw}",
    };
}
