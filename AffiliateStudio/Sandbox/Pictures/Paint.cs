using System.Globalization;

namespace AffiliateStudio.Sandbox.Pictures;

/// <summary>A colour that can be made lighter, darker and mixed.</summary>
internal readonly record struct Paint(byte Red, byte Green, byte Blue)
{
    public static Paint White { get; } = new(255, 255, 255);

    public static Paint Black { get; } = new(14, 15, 20);

    /// <summary>How bright it looks, 0 to 255.</summary>
    public int Brightness => ((Red * 299) + (Green * 587) + (Blue * 114)) / 1_000;

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Paint Of(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Paint((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>This colour with some of another in it.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="percent">How much of it, 0 to 100.</param>
    public Paint With(Paint other, int percent) => new(Mix(Red, other.Red, percent), Mix(Green, other.Green, percent), Mix(Blue, other.Blue, percent));

    /// <inheritdoc />
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte mine, byte other, int percent) => (byte)(((mine * (100 - percent)) + (other * percent)) / 100);
}
