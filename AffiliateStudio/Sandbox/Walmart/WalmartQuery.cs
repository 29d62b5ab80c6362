using System.Globalization;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>Reads a query string and remembers the first thing that is wrong with it.</summary>
internal sealed class WalmartQuery(IQueryCollection query)
{
    /// <summary>The answer for the first thing wrong, or null.</summary>
    public IResult? Refusal { get; private set; }

    /// <summary>A parameter as text; empty when missing.</summary>
    public string Text(string name) => query[name].ToString();

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int fallback, int lowest, int highest, int code)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return fallback;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < lowest || number > highest)
        {
            Refuse(code, WalmartErrors.OutOfBounds(name, lowest, highest));
            return fallback;
        }

        return number;
    }

    /// <summary>One of the allowed words.</summary>
    public string OneOf(string name, string fallback, int code, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return fallback;
        }

        if (!allowed.Contains(text))
        {
            Refuse(code, $"Invalid {name}");
            return fallback;
        }

        return text;
    }

    /// <summary>Notes something wrong.</summary>
    public void Refuse(int code, string message) => Refusal ??= WalmartErrors.Service(code, message);
}
