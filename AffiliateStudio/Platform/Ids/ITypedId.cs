namespace AffiliateStudio.Platform.Ids;

/// <summary>An id that cannot be mistaken for the id of another kind of thing. Stored as a plain GUID.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The bare value, as stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    static abstract TSelf From(Guid value);
}
