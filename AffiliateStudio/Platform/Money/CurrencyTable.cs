using System.Collections.Frozen;

namespace AffiliateStudio.Platform.Money;

/// <summary>The active currencies of ISO 4217 (list one) with the digits of their minor unit. Funds codes and metals are left out.</summary>
internal static class CurrencyTable
{
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR " +
        "FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR " +
        "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS " +
        "TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourDigits = "CLF UYW";

    private static readonly FrozenDictionary<string, int> Exponents =
        Pairs(TwoDigits, 2).Concat(Pairs(NoDigits, 0)).Concat(Pairs(ThreeDigits, 3)).Concat(Pairs(FourDigits, 4)).ToFrozenDictionary();

    /// <summary>The digits of the minor unit, or null for an unknown code.</summary>
    public static int? ExponentOf(string code) => Exponents.TryGetValue(code, out var exponent) ? exponent : null;

    private static IEnumerable<KeyValuePair<string, int>> Pairs(string codes, int exponent) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, exponent));
}
