using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>The work of one batch inside its unit: takes facts to rows, rows to events and postings, and counts.</summary>
internal sealed class BatchWork(StudioDb db, BatchFacts facts, LedgerWriter ledger, IdGenerator ids)
{
    private readonly MovedMoney _moved = new();
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _removed;
    private int _unmatched;
    private int _refused;

    /// <summary>What became of the batch so far.</summary>
    public AppliedBatch Outcome => new(_added, _changed, _unchanged, _removed, _unmatched, _refused, _moved.Sentences());

    /// <summary>What the partner said that we do not know.</summary>
    public UnknownStates Unknown { get; } = new();

    /// <summary>Takes a line in.</summary>
    public void Apply(ReportedFact fact, Conversion? row)
    {
        var match = facts.Matcher.Find(fact);
        if (match is null && row?.CreatorId is null)
        {
            _unmatched++;
        }

        if (row is null)
        {
            Start(fact, match);
        }
        else if (facts.Yields(row) || (facts.Batch.IsUnconfirmed && row.AsOf > facts.AsOf))
        {
            _unchanged++;
        }
        else if (row.Fingerprint == fact.Fingerprint && !row.IsWithdrawn)
        {
            Confirm(fact, row, match);
        }
        else if (ReportPrecedence.IsOutdated(facts, fact, row))
        {
            _unchanged++;
        }
        else
        {
            Change(fact, row, match);
        }
    }

    /// <summary>Takes a row back that the newest report of its day does not list any more.</summary>
    public void Withdraw(Conversion row)
    {
        if (facts.Yields(row) || (row.AsOf > facts.AsOf && !facts.Overrules(row)))
        {
            return;
        }

        var before = new Money(row.CreatorMinor, row.Currency);
        var from = row.State;
        row.IsWithdrawn = true;
        row.AsOf = facts.AsOf;
        row.Scope = facts.Batch.ReplacesScope ?? row.Scope;
        row.SaleMinor = row.CommissionMinor = row.CreatorMinor = 0;
        row.State = from == ConversionState.Paid ? from : ConversionState.Reversed;
        row.Reason = Cut($"Not in {facts.Batch.Name} any more");
        Record(row, ConversionEventKind.Withdrawn, from, row.Reason);
        ledger.Post(row, facts.Estimates.WriteTo(row), ConversionLifecycle.IsSure(from) ? "clawback: taken out of the report" : "taken out of the report");
        _removed++;
        if (row.CreatorId is { } creator && from != ConversionState.Reversed && !before.IsZero)
        {
            _moved.Corrected(creator, -before);
        }
    }

    private void Start(ReportedFact fact, ConversionMatch? match)
    {
        var line = fact.Line;
        var row = new Conversion
        {
            Id = ids.New<ConversionId>(),
            Partner = facts.Partner,
            Side = facts.Side,
            ExternalKey = fact.Key,
            Scope = facts.Batch.ReplacesScope,
            Currency = line.Commission.Currency,
            CreatorShare = facts.CreatorShare,
            StateRaw = fact.StateRaw,
            Fingerprint = fact.Fingerprint,
            CreatedAt = facts.Now,
        };
        row.BelongTo(match?.CreatorId, match?.PinId, match?.ClickId);
        Write(fact, row, line.State);
        db.Add(row);
        _added++;
        var reason = Sentence("Reported", fact);
        Record(row, ConversionEventKind.Reported, null, reason);
        ledger.Post(row, facts.Estimates.WriteTo(row), reason);
        if (row.CreatorId is { } creator)
        {
            _moved.Started(creator, row.State, new Money(row.CreatorMinor, row.Currency));
        }
    }

    private void Confirm(ReportedFact fact, Conversion row, ConversionMatch? match)
    {
        if ((facts.AsOfIsKnown || facts.Batch.ReplacesScope is not null) && (facts.AsOf > row.AsOf || facts.Overrules(row)))
        {
            row.AsOf = facts.AsOf;
            row.Scope = facts.Batch.ReplacesScope ?? row.Scope;
        }

        if (ReportPrecedence.OwnerAfter(facts, fact, row, match) is not { } owner)
        {
            _unchanged++;
            return;
        }

        var (former, before) = (row.CreatorId, new Money(row.CreatorMinor, row.Currency));
        row.BelongTo(owner.CreatorId, owner.PinId, owner.ClickId);
        row.SubId = fact.SubId.Length > 0 ? fact.SubId : row.SubId;
        row.Allocate();
        Touch(row);
        _changed++;
        Record(row, ConversionEventKind.Assigned, row.State, "Matched to its creator");
        ledger.Post(row, facts.Estimates.WriteTo(row), "matched to its creator");
        if (former != owner.CreatorId)
        {
            Handed(former, before, row);
        }
    }

    private void Change(ReportedFact fact, Conversion row, ConversionMatch? match)
    {
        var from = row.State;
        var step = ReportPrecedence.StepOf(facts, fact, row);
        if (step == ConversionStep.Refuse)
        {
            Refuse(fact, row);
            return;
        }

        var (former, before) = (row.CreatorId, new Money(from == ConversionState.Reversed ? 0 : row.CreatorMinor, row.Currency));
        var kind = row.IsWithdrawn ? ConversionEventKind.Relisted : step switch
        {
            ConversionStep.Clawback => ConversionEventKind.Clawback,
            ConversionStep.Move => ConversionEventKind.Moved,
            _ => ConversionEventKind.Amended,
        };
        if (ReportPrecedence.OwnerAfter(facts, fact, row, match) is { } owner)
        {
            row.BelongTo(owner.CreatorId, owner.PinId, owner.ClickId);
        }

        var isPaid = from == ConversionState.Paid;
        Write(fact, row, isPaid ? from : fact.Line.State);
        if (isPaid && fact.Line.State == ConversionState.Reversed)
        {
            row.SaleMinor = row.CommissionMinor = row.CreatorMinor = 0;
        }

        row.IsWithdrawn = false;
        row.Scope = facts.Batch.ReplacesScope ?? row.Scope;
        _changed++;
        var reason = Sentence(kind.ToString(), fact);
        Record(row, kind, from, reason);
        ledger.Post(row, facts.Estimates.WriteTo(row), reason);
        if (former is not null && former != row.CreatorId)
        {
            Handed(former, before, row);
        }
        else
        {
            _moved.Changed(row, from, before);
        }
    }

    // The money of one creator turned out to be another's.
    private void Handed(CreatorId? former, Money before, Conversion row)
    {
        if (former is { } loser && !before.IsZero)
        {
            _moved.Corrected(loser, -before);
        }

        if (row.CreatorId is { } owner)
        {
            _moved.Started(owner, row.State, new Money(row.CreatorMinor, row.Currency));
        }
    }

    private void Refuse(ReportedFact fact, Conversion row)
    {
        if (row.RefusedFingerprint == fact.Fingerprint)
        {
            _unchanged++;
            return;
        }

        _refused++;
        row.RefusedFingerprint = fact.Fingerprint;
        var why = fact.Line.Commission.Currency != row.Currency
            ? $"{fact.Line.Commission.Currency} in place of {row.Currency}"
            : $"{fact.StateRaw} with {fact.Line.Commission} after {row.StateRaw} with {new Money(row.CommissionMinor, row.Currency)}";
        Record(row, ConversionEventKind.Refused, row.State, $"{facts.Partner} reported {why}; nothing was changed");
    }

    private void Write(ReportedFact fact, Conversion row, ConversionState state)
    {
        var line = fact.Line;
        Unknown.Look(fact);
        fact.WriteTo(row);
        row.AsOf = facts.AsOf;
        row.State = state;

        // A reversal often comes with an amount of zero: the row goes on saying what was lost, and counts for nothing.
        if (state != ConversionState.Reversed || !line.Commission.IsZero || row.CommissionMinor == 0)
        {
            row.SaleMinor = line.SaleAmount.MinorUnits;
            row.CommissionMinor = line.Commission.MinorUnits;
        }

        row.Allocate();
        if (state == ConversionState.Paid)
        {
            row.PaidMinor ??= row.CreatorMinor;
        }

        Touch(row);
    }

    private void Touch(Conversion row)
    {
        row.BatchId = facts.Id;
        row.UpdatedAt = facts.Now;
    }

    private void Record(Conversion row, ConversionEventKind kind, ConversionState? from, string reason) => db.Add(new ConversionEvent
    {
        ConversionId = row.Id,
        Kind = kind,
        From = from,
        To = row.State,
        StateRaw = row.StateRaw,
        CommissionMinor = row.CommissionMinor,
        CreatorMinor = row.CreatorMinor,
        Currency = row.Currency,
        Reason = Cut(reason),
        BatchId = facts.Id,
        RecordedAt = facts.Now,
    });

    private static string Cut(string reason) => reason.Length <= 280 ? reason : reason[..280];

    private string Sentence(string what, ReportedFact fact)
    {
        var text = $"{what} by {facts.Partner} as {(fact.StateRaw.Length > 0 ? fact.StateRaw : "(no word)")}";
        return fact.Reason.Length > 0 ? $"{text}: {fact.Reason}" : text;
    }
}
