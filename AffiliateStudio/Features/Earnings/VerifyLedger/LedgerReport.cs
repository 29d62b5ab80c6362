using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.VerifyLedger;

/// <summary>What a check of the whole ledger found.</summary>
/// <param name="CheckedAt">When it was made, UTC.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Transactions">How many transactions they form.</param>
/// <param name="Conversions">How many conversions were recomputed.</param>
/// <param name="Balances">The balance of each account and currency, debit positive.</param>
/// <param name="Problems">What is wrong, in sentences, the first twenty; empty when the books are right.</param>
/// <param name="ProblemCount">How many things are wrong.</param>
internal sealed record LedgerReport(
    DateTime CheckedAt,
    long Entries,
    long Transactions,
    long Conversions,
    IReadOnlyList<LedgerBalance> Balances,
    IReadOnlyList<string> Problems,
    int ProblemCount)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsRight => ProblemCount == 0;
}

/// <summary>What an account stands at.</summary>
/// <param name="Account">The account.</param>
/// <param name="Balance">Debit positive, credit negative.</param>
internal sealed record LedgerBalance(LedgerAccount Account, Money Balance);
