using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Reads the members of a request body and gathers what is wrong with them.</summary>
internal sealed partial class AmazonRequestCheck(JsonObject body)
{
    private readonly List<(string Name, string Message)> _wrong = [];

    /// <summary>The answer for what was wrong so far, or null.</summary>
    public IResult? Refusal => _wrong.Count == 0
        ? null
        : AmazonErrors.Validation("FieldValidationFailed", $"{_wrong.Count} field{(_wrong.Count == 1 ? string.Empty : "s")} invalid", [.. _wrong]);

    /// <summary>The answer for a tag that is missing or no tracking id, or null.</summary>
    public IResult? TagRefusal()
    {
        var tag = Text("partnerTag", 64);
        return Refusal is null && (tag is null || !TagForm().IsMatch(tag))
            ? AmazonErrors.Validation("InvalidPartnerTag", "The partner tag is not mapped to this account.", ("partnerTag", "is not a tracking id of this account"))
            : null;
    }

    /// <summary>A text member, or null.</summary>
    public string? Text(string name, int longest)
    {
        if (body[name] is null)
        {
            return null;
        }

        if (body[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length <= longest)
        {
            return text;
        }

        Add(name, $"must be a string of at most {longest} characters");
        return null;
    }

    /// <summary>A whole number within bounds, or null.</summary>
    public int? Number(string name, int lowest, int highest)
    {
        if (body[name] is null)
        {
            return null;
        }

        if (body[name] is not JsonValue value || !value.TryGetValue<int>(out var number))
        {
            Add(name, "must be an integer");
            return null;
        }

        if (number < lowest)
        {
            Add(name, $"must be >= {lowest}");
        }
        else if (number > highest)
        {
            Add(name, $"must be <= {highest}");
        }

        return number;
    }

    /// <summary>A list of texts with a length within bounds.</summary>
    public List<string> Texts(string name, int fewest, int most)
    {
        var texts = new List<string>();
        if (body[name] is null && fewest == 0)
        {
            return texts;
        }

        if (body[name] is JsonArray array && array.All(item => item is JsonValue value && value.TryGetValue<string>(out _)))
        {
            texts.AddRange(array.Select(item => item!.GetValue<string>()));
        }

        if (texts.Count < fewest || texts.Count > most)
        {
            Add(name, $"must have {fewest} to {most} elements");
        }

        return texts;
    }

    /// <summary>One of the allowed words, or null.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name, 1_000);
        if (text is not null && !allowed.Contains(text))
        {
            Add(name, $"must be one of {string.Join(", ", allowed.ToArray())}");
        }

        return text;
    }

    /// <summary>Notes something wrong.</summary>
    public void Add(string name, string message) => _wrong.Add((name, message));

    /// <summary>A US tracking id.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9\-]{0,59}-\d{2}\z")]
    public static partial Regex TagForm();
}
