using System.ComponentModel.DataAnnotations;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Accounts.Forms;

/// <summary>What is wrong with a posted form, field by field.</summary>
public sealed class FormErrors
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the form as a whole.</summary>
    public Error? General { get; private set; }

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => General is not null || _fields.Count > 0;

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Of(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Checks the form's annotations; whether all is well.</summary>
    public bool Accepts(object form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        foreach (var result in results)
        {
            _fields.TryAdd(result.MemberNames.FirstOrDefault() ?? string.Empty, result.ErrorMessage ?? string.Empty);
        }

        return !Any;
    }

    /// <summary>Adds a use case's refusal.</summary>
    public void Add(Error error)
    {
        if (error.Field is null)
        {
            General = error;
        }
        else
        {
            _fields[error.Field] = error.Message;
        }
    }
}
