using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>
/// Which state may follow which. Together with the age of a report it makes the outcome independent of the order in which reports arrive: of two reports the one further
/// along wins, of two equally far the newer one.
/// </summary>
internal static class ConversionLifecycle
{
    /// <summary>How final a state is: 1 the partner may change its mind, 2 locked, 3 cleared, 4 paid, 5 taken back.</summary>
    public static int Finality(ConversionState state) => state switch
    {
        ConversionState.Pending or ConversionState.Held or ConversionState.Other => 1,
        ConversionState.Approved => 2,
        ConversionState.Payable => 3,
        ConversionState.Paid => 4,
        ConversionState.Reversed => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    /// <summary>What a newer report of <paramref name="reported"/> does to a conversion in <paramref name="from"/> (null: not known yet).</summary>
    public static ConversionStep Next(ConversionState? from, ConversionState reported)
    {
        if (from is not { } state)
        {
            return ConversionStep.Start;
        }

        if (state == reported)
        {
            return ConversionStep.Keep;
        }

        if (Finality(reported) < Finality(state))
        {
            return ConversionStep.Refuse;
        }

        return reported == ConversionState.Reversed && IsSure(state) ? ConversionStep.Clawback : ConversionStep.Move;
    }

    /// <summary>
    /// The same for a report that is the whole truth about its day: it may also take a step back, because what it replaces never was true. What has been paid stays paid.
    /// </summary>
    public static ConversionStep NextInReplacedDay(ConversionState? from, ConversionState reported) => Next(from, reported) switch
    {
        ConversionStep.Refuse when from != ConversionState.Paid => ConversionStep.Move,
        var step => step,
    };

    /// <summary>Whether the partner had committed itself: a change after that is a clawback.</summary>
    public static bool IsSure(ConversionState state) => state is ConversionState.Approved or ConversionState.Payable or ConversionState.Paid;
}
