namespace AffiliateStudio.Platform.Ids;

/// <summary>Makes ids that sort by the time they were made (UUID version 7), so that new rows land at the end of an index.</summary>
public sealed class IdGenerator(TimeProvider clock)
{
    /// <summary>A new id of the given kind, carrying the clock's time.</summary>
    public TId New<TId>()
        where TId : struct, ITypedId<TId> => TId.From(Guid.CreateVersion7(clock.GetUtcNow()));
}
