using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>The work of one batch inside its unit: takes facts to rows, rows to events and postings, and counts.</summary>
internal sealed class BatchWork(
    StudioDb db,
    PartnerKey partner,
    ConversionBatch batch,
    ImportBatchId batchId,
    BatchFacts facts,
    LedgerWriter ledger,
    IdGenerator ids,
    DateTime now)
{
    private readonly MovedMoney _moved = new();
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _removed;
    private int _unmatched;
    private int _refused;

    // What nobody has confirmed has no age: it loses against every report, and only rows that are as ageless are its to change.
    private DateTime AsOf => batch.IsUnconfirmed ? DateTime.UnixEpoch : facts.AsOf;

    /// <summary>What became of the batch so far.</summary>
    public AppliedBatch Outcome => new(_added, _changed, _unchanged, _removed, _unmatched, _refused, _moved.Sentences());

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
            return;
        }

        if (batch.IsUnconfirmed && row.AsOf > AsOf)
        {
            _unchanged++;
            return;
        }

        if (row.Fingerprint == fact.Fingerprint && !row.IsWithdrawn)
        {
            Confirm(fact, row, match);
            return;
        }

        if (IsOutdated(fact, row))
        {
            _unchanged++;
            return;
        }

        Change(fact, row, match);
    }

    /// <summary>Takes a row back that the newest report of its scope does not list any more.</summary>
    public void Withdraw(Conversion row)
    {
        if (row.AsOf > AsOf)
        {
            return;
        }

        var before = new Money(row.CreatorMinor, row.Currency);
        var from = row.State;
        row.IsWithdrawn = true;
        row.AsOf = AsOf;
        row.SaleMinor = row.CommissionMinor = row.CreatorMinor = 0;
        row.State = from == ConversionState.Paid ? from : ConversionState.Reversed;
        row.Reason = $"Not in {batch.Name} any more";
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
            Partner = partner,
            ExternalKey = fact.Key,
            Scope = batch.ReplacesScope,
            Currency = line.Commission.Currency,
            CreatorShare = facts.CreatorShare,
            StateRaw = fact.StateRaw,
            Fingerprint = fact.Fingerprint,
            CreatedAt = now,
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
        if ((facts.AsOfIsKnown || batch.ReplacesScope is not null) && AsOf > row.AsOf)
        {
            row.AsOf = AsOf;
        }

        var knowsPinNow = match is { PinId: not null } && row.PinId is null && row.CreatorId == match.Value.CreatorId;
        if (match is null || (row.CreatorId is not null && !knowsPinNow))
        {
            _unchanged++;
            return;
        }

        row.BelongTo(match.Value.CreatorId, match.Value.PinId, match.Value.ClickId);
        row.SubId = fact.SubId.Length > 0 ? fact.SubId : row.SubId;
        row.Allocate();
        Touch(row);
        _changed++;
        Record(row, ConversionEventKind.Assigned, row.State, "Matched to its creator");
        ledger.Post(row, facts.Estimates.WriteTo(row), "matched to its creator");
        if (!knowsPinNow)
        {
            _moved.Started(match.Value.CreatorId, row.State, new Money(row.CreatorMinor, row.Currency));
        }
    }

    // Of two reports the one further along wins, of two equally far the newer one; of one age, one of them for good, whatever came first.
    private bool IsOutdated(ReportedFact fact, Conversion row)
    {
        if (AsOf > row.AsOf || !facts.AsOfIsKnown)
        {
            return false;
        }

        var ahead = batch.ReplacesScope is null && !row.IsWithdrawn ? ConversionLifecycle.Finality(fact.Line.State) - ConversionLifecycle.Finality(row.State) : 0;
        return ahead < 0 || (ahead == 0 && (AsOf < row.AsOf || string.CompareOrdinal(fact.Fingerprint, row.Fingerprint) < 0));
    }

    private void Change(ReportedFact fact, Conversion row, ConversionMatch? match)
    {
        var from = row.State;
        var step = StepOf(fact, row);
        if (step == ConversionStep.Refuse)
        {
            Refuse(fact, row);
            return;
        }

        var before = new Money(from == ConversionState.Reversed ? 0 : row.CreatorMinor, row.Currency);
        var kind = row.IsWithdrawn ? ConversionEventKind.Relisted : step switch
        {
            ConversionStep.Clawback => ConversionEventKind.Clawback,
            ConversionStep.Move => ConversionEventKind.Moved,
            _ => ConversionEventKind.Amended,
        };
        if (match is { } known && (row.CreatorId is null || row.CreatorId == known.CreatorId))
        {
            row.BelongTo(known.CreatorId, known.PinId ?? row.PinId, known.PinId is null ? row.ClickId : known.ClickId);
        }

        var isPaid = from == ConversionState.Paid;
        Write(fact, row, isPaid ? from : fact.Line.State);
        if (isPaid && fact.Line.State == ConversionState.Reversed)
        {
            row.SaleMinor = row.CommissionMinor = row.CreatorMinor = 0;
        }

        row.IsWithdrawn = false;
        row.Scope = ScopeAfter(row);
        _changed++;
        var reason = Sentence(kind.ToString(), fact);
        Record(row, kind, from, reason);
        ledger.Post(row, facts.Estimates.WriteTo(row), reason);
        _moved.Changed(row, from, before);
    }

    private ConversionStep StepOf(ReportedFact fact, Conversion row)
    {
        var line = fact.Line;
        if (line.Commission.Currency != row.Currency)
        {
            return ConversionStep.Refuse;
        }

        if (row.IsWithdrawn && row.State != ConversionState.Paid)
        {
            return ConversionStep.Move;
        }

        var step = batch.ReplacesScope is null ? ConversionLifecycle.Next(row.State, line.State) : ConversionLifecycle.NextInReplacedDay(row.State, line.State);
        if (step != ConversionStep.Keep)
        {
            return step;
        }

        if (row.State == ConversionState.Paid && line.Commission.MinorUnits > row.CommissionMinor)
        {
            return ConversionStep.Refuse;
        }

        return ConversionLifecycle.IsSure(row.State) && line.Commission.MinorUnits < row.CommissionMinor ? ConversionStep.Clawback : ConversionStep.Keep;
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
        Record(row, ConversionEventKind.Refused, row.State, $"{partner} reported {why}; nothing was changed");
    }

    private void Write(ReportedFact fact, Conversion row, ConversionState state)
    {
        var line = fact.Line;
        fact.WriteTo(row);
        row.AsOf = AsOf;
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

    // A report file of an account keeps its rows together; an uploaded export names its rows by their keys and leaves the file's scope alone.
    private string? ScopeAfter(Conversion row) =>
        batch.ReplacesScope is { } scope && !(row.Scope is not null && row.ExternalKey.StartsWith(scope + "/", StringComparison.Ordinal)) ? scope : row.Scope;

    private void Touch(Conversion row)
    {
        row.BatchId = batchId;
        row.UpdatedAt = now;
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
        Reason = reason.Length <= 280 ? reason : reason[..280],
        BatchId = batchId,
        RecordedAt = now,
    });

    private string Sentence(string what, ReportedFact fact)
    {
        var text = $"{what} by {partner} as {(fact.StateRaw.Length > 0 ? fact.StateRaw : "(no word)")}";
        return fact.Reason.Length > 0 ? $"{text}: {fact.Reason}" : text;
    }
}
