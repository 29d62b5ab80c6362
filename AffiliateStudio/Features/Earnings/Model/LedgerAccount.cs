namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>The accounts of the ledger. For each conversion, what the partner owes us stands against what we owe the creator and keep ourselves.</summary>
public enum LedgerAccount
{
    /// <summary>What partners owe us and may still change (debit: positive).</summary>
    PartnerPending,

    /// <summary>What partners owe us for sure (debit: positive).</summary>
    PartnerReceivable,

    /// <summary>What we owe creators when the partner approves (credit: negative).</summary>
    CreatorPending,

    /// <summary>What we owe creators for sure (credit: negative).</summary>
    CreatorApproved,

    /// <summary>What creators can be paid now (credit: negative).</summary>
    CreatorPayable,

    /// <summary>What we owe creators and withhold while somebody looks into it (credit: negative).</summary>
    CreatorHeld,

    /// <summary>What creators have been paid (credit: negative).</summary>
    CreatorPaid,

    /// <summary>What partners owe for orders that belong to no creator we know (credit: negative). It leaves when an admin assigns the order.</summary>
    Unmatched,

    /// <summary>Our own part, while the partner may still change it (credit: negative).</summary>
    StudioPending,

    /// <summary>Our own part, for sure (credit: negative).</summary>
    StudioRevenue,
}
