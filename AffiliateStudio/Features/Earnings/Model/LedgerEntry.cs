using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>
/// One line of the double-entry ledger. Entries are only ever added (database triggers refuse UPDATE and DELETE); the entries of one transaction add up to zero
/// per currency; a reversal posts back exactly what was posted.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>The row's number.</summary>
    public long Id { get; init; }

    /// <summary>The entries of one transaction share this.</summary>
    public LedgerTransactionId TransactionId { get; init; }

    /// <summary>The account.</summary>
    public LedgerAccount Account { get; init; }

    /// <summary>The creator, on creator accounts.</summary>
    public CreatorId? CreatorId { get; init; }

    /// <summary>The pin, when it is known.</summary>
    public PinId? PinId { get; init; }

    /// <summary>The conversion it comes from.</summary>
    public ConversionId ConversionId { get; init; }

    /// <summary>Debit positive, credit negative, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>How the amount came about, such as "80 % of USD 1.25 reported by walmart, action 9383.1.555".</summary>
    public required string Formula { get; init; }

    /// <summary>Why it was posted: reported, approved, amended, reversed, returned.</summary>
    public required string Reason { get; init; }

    /// <summary>When the sale happened, UTC: the date that charts go by.</summary>
    public DateTime EventAt { get; init; }

    /// <summary>When it was posted, UTC.</summary>
    public DateTime PostedAt { get; init; }
}
