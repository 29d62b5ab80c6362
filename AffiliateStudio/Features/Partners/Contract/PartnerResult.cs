using System.Diagnostics.CodeAnalysis;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A partner's answer, or why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly record struct PartnerResult<T>
{
    private readonly T? _value;

    internal PartnerResult(T? value, PartnerFailure? failure)
    {
        _value = value;
        Failure = failure;
    }

    /// <summary>Why there is no answer, or null when there is one.</summary>
    public PartnerFailure? Failure { get; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>The answer. Reading it after a failure is a defect and throws.</summary>
    public T Value => Failure is null ? _value! : throw new InvalidOperationException($"There is no answer: {Failure.Code}.");

    /// <summary>Wraps an answer.</summary>
    public static implicit operator PartnerResult<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    public static implicit operator PartnerResult<T>(PartnerFailure failure) => new(default, failure);
}
