using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>The partner's words of one batch that we have no state for.</summary>
internal sealed class UnknownStates
{
    private readonly Dictionary<string, (string Key, int Times)> _words = new(StringComparer.Ordinal);

    /// <summary>Looks at a line that changed the books.</summary>
    public void Look(ReportedFact fact)
    {
        if (fact.Line.State == ConversionState.Other)
        {
            _words[fact.StateRaw] = (fact.Key, _words.GetValueOrDefault(fact.StateRaw).Times + 1);
        }
    }

    /// <summary>Raises them as notices, in the unit of the batch.</summary>
    public async Task NoteAsync(StudioDb db, BatchFacts facts, CancellationToken cancellationToken)
    {
        foreach (var (word, (key, times)) in _words)
        {
            await ConnectorNotices.NoteUnknownStateAsync(db, facts.Partner, word, key, times, facts.Now, cancellationToken);
        }
    }
}
