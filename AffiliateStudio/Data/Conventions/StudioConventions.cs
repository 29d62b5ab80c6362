using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AffiliateStudio.Data.Conventions;

/// <summary>How the product's own types are stored, on both engines alike.</summary>
internal static class StudioConventions
{
    private static readonly IReadOnlyList<Type> TypedIds = Implementing(typeof(ITypedId<>));

    private static readonly IReadOnlyList<Type> TypedKeys = Implementing(typeof(ITypedKey<>));

    /// <summary>UTC times, typed ids as GUIDs, currencies as three letters, rates as basis points, enums as their names.</summary>
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3).AreFixedLength();
        builder.Properties<Rate>().HaveConversion<RateConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        foreach (var id in TypedIds)
        {
            builder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }

        foreach (var key in TypedKeys)
        {
            builder.Properties(key).HaveConversion(typeof(TypedKeyConverter<>).MakeGenericType(key)).HaveMaxLength(64);
        }
    }

    private static IReadOnlyList<Type> Implementing(Type contract) =>
    [
        .. typeof(StudioConventions).Assembly.GetTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == contract)),
    ];

    /// <summary>Stores UTC and gives UTC back; a local time would be a defect and throws.</summary>
    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : ThrowNotUtc(value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime ThrowNotUtc(DateTime value) => throw new InvalidOperationException($"{value:O} is not UTC; only UTC is stored.");
    }

    internal sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));

    internal sealed class RateConverter() : ValueConverter<Rate, int>(rate => rate.BasisPoints, basisPoints => new Rate(basisPoints));

    internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
        where TId : struct, ITypedId<TId>
    {
        // An expression tree may not call a static interface member itself.
        private static TId Wrap(Guid value) => TId.From(value);
    }

    internal sealed class TypedKeyConverter<TKey>() : ValueConverter<TKey, string>(key => key.Value, value => Wrap(value))
        where TKey : struct, ITypedKey<TKey>
    {
        private static TKey Wrap(string value) => TKey.From(value);
    }
}
