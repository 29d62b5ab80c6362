using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Features.Earnings.ApplyConversions;

public sealed class ConversionLifecycleTests
{
    // Columns: what the partner reports next, in the order of the enum: Pending Approved Payable Paid Reversed Held Other.
    // K keep, M move, C clawback, R refused.
    private static readonly (ConversionState From, string Cells)[] Table =
    [
        (ConversionState.Pending, "K M M M M M M"),
        (ConversionState.Held, "M M M M M K M"),
        (ConversionState.Other, "M M M M M M K"),
        (ConversionState.Approved, "R K M M C R R"),
        (ConversionState.Payable, "R R K M C R R"),
        (ConversionState.Paid, "R R R K C R R"),
        (ConversionState.Reversed, "R R R R K R R"),
    ];

    public static TheoryData<ConversionState, ConversionState, char> Cells()
    {
        var data = new TheoryData<ConversionState, ConversionState, char>();
        foreach (var (from, cells) in Table)
        {
            foreach (var (reported, cell) in Enum.GetValues<ConversionState>().Zip(cells.Split(' ')))
            {
                data.Add(from, reported, cell[0]);
            }
        }

        return data;
    }

    [Fact]
    public void Table_ComparedWithTheStates_NamesEveryCell() => Assert.Equal(49, Cells().Count);

    [Theory, MemberData(nameof(Cells))]
    public void Next_OfEveryStateAndReport_IsAsTheTableSays(ConversionState from, ConversionState reported, char expected) =>
        Assert.Equal(Step(expected), ConversionLifecycle.Next(from, reported));

    [Theory, MemberData(nameof(Cells))]
    public void NextInReplacedDay_OfEveryStateAndReport_MayStepBackButNotFromPaid(ConversionState from, ConversionState reported, char expected) =>
        Assert.Equal(expected == 'R' && from != ConversionState.Paid ? ConversionStep.Move : Step(expected), ConversionLifecycle.NextInReplacedDay(from, reported));

    [Fact]
    public void Next_OfTheFirstReport_StartsInAnyState() =>
        Assert.All(Enum.GetValues<ConversionState>(), state => Assert.Equal(ConversionStep.Start, ConversionLifecycle.Next(null, state)));

    private static ConversionStep Step(char cell) => cell switch
    {
        'K' => ConversionStep.Keep,
        'M' => ConversionStep.Move,
        'C' => ConversionStep.Clawback,
        _ => ConversionStep.Refuse,
    };
}
