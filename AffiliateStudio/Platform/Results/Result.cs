using System.Diagnostics.CodeAnalysis;

namespace AffiliateStudio.Platform.Results;

/// <summary>The outcome of a command that returns nothing: done, or an <see cref="Results.Error"/> that the person can act on.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The failure, or null when the command was carried out.</summary>
    public Error? Error { get; }

    /// <summary>Whether the command was carried out.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The command was carried out.</summary>
    public static Result Success => default;

    /// <summary>Wraps the failure.</summary>
    public static implicit operator Result(Error error) => new(error);

    /// <summary>Wraps a value.</summary>
    public static Result<T> Of<T>(T value) => new(value);
}
