using System.Security.Cryptography;
using AffiliateStudio.Platform.Ids;

namespace AffiliateStudio.Features.Pins.Model;

/// <summary>The short code in <c>/go/{code}</c>: 8 characters from an alphabet in which none looks like another.</summary>
/// <param name="Value">The characters.</param>
public readonly record struct LinkCode(string Value) : ITypedKey<LinkCode>
{
    /// <summary>How many characters a code has.</summary>
    public const int Length = 8;

    /// <summary>Digits and letters without 0, 1, i, l, o and u (30 characters): about 6.5e11 codes.</summary>
    public const string Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A code that nobody can guess from another one.</summary>
    public static LinkCode Random() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <inheritdoc />
    public static LinkCode From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
