namespace AffiliateStudio.Platform.Ids;

/// <summary>A short name that is the key of something and cannot be mistaken for the key of another kind of thing. Stored as text.</summary>
/// <typeparam name="TSelf">The key type itself.</typeparam>
public interface ITypedKey<TSelf>
    where TSelf : struct, ITypedKey<TSelf>
{
    /// <summary>The bare text, as stored; at most 64 characters.</summary>
    string Value { get; }

    /// <summary>Wraps a stored text.</summary>
    static abstract TSelf From(string value);
}
