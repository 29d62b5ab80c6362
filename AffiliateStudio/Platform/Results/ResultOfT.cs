using System.Diagnostics.CodeAnalysis;

namespace AffiliateStudio.Platform.Results;

/// <summary>The outcome of a command: a value, or an <see cref="Results.Error"/> that the person can act on.</summary>
/// <typeparam name="T">What the command returns when it succeeds.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    internal Result(T value) => _value = value;

    private Result(Error error)
    {
        _value = default;
        Error = error;
    }

    /// <summary>The failure, or null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value. Reading it after a failure is a defect and throws.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"There is no value: {Error.Code}.");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Wraps the failure.</summary>
    public static implicit operator Result<T>(Error error) => new(error);
}
