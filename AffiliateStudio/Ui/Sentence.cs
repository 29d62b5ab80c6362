namespace AffiliateStudio.Ui;

/// <summary>Texts from elsewhere as sentences of a page.</summary>
public static class Sentence
{
    /// <summary>The text with a capital at its beginning; codes such as <c>invalid_client</c> stay as they are.</summary>
    public static string Of(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':');
        var first = end < 0 ? text : text[..end];
        return first.Length == 0 || !first.All(char.IsLetter) ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
